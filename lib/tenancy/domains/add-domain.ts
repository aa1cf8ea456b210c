import { count, eq, sql } from 'drizzle-orm';
import { domains } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import { roomForDomain } from '../../billing/own-room';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { newToken } from '../../identity/secrets';
import { type DomainView, getDomain, holdDomain, refuseGiven } from './claims';

/** Most domains that a tenant may name. */
const most = 20;

const d = domains;

/**
 * Names a host as the tenant's own, to be proven. Whether others did the same is not told. Throws
 * `conflict` for one that is there already, `limit` after twenty.
 */
export async function addDomain(ctx: ControlCtx, host: string): Promise<DomainView> {
  await inTurn(ctx.db);
  const [had] = await ctx.db.select({ count: count() }).from(d);
  if ((had?.count ?? 0) >= most) {
    throw new AppError('limit', 'A workspace has up to 20 domains. Remove one first.');
  }
  await roomForDomain(ctx);
  const [made] = await ctx.db
    .insert(d)
    .values({ host, proof: newToken() })
    .onConflictDoNothing({ target: [d.tenantId, d.host] })
    .returning({ id: d.id });
  if (!made) {
    const there = 'This domain is in the list already.';
    throw new AppError('conflict', there, { fields: { host: there } });
  }
  ctx.about('domain', made.id, { host });
  return await getDomain(ctx.db, made.id);
}

/**
 * Gives a host up: it is served no more, and stays closed to others for a while where it was. Throws
 * `not_found`, `precondition` for one that the house gave.
 */
export async function removeDomain(ctx: ControlCtx, id: string): Promise<void> {
  const { host, state, isPrimary } = await holdDomain(ctx.db, id);
  refuseGiven(await getDomain(ctx.db, id));
  await ctx.db.delete(d).where(eq(d.id, id));
  await ctx.db.execute(sql`select control.release_host(${host})`);
  ctx.about('domain', id, { host, before: { state, isPrimary } });
}
