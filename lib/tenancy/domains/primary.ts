import { eq } from 'drizzle-orm';
import { domains } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { type DomainView, getDomain, holdDomain } from './claims';

const d = domains;

/**
 * Makes a domain the one that links in mails name and others lead to. Throws `not_found`,
 * `precondition` for one that is not live.
 */
export async function makePrimary(ctx: ControlCtx, id: string): Promise<DomainView> {
  const { db } = ctx;
  await inTurn(db);
  const { host, state } = await holdDomain(db, id);
  if (state !== 'live') throw new AppError('precondition', 'Only a live domain can be primary.');
  await db.update(d).set({ isPrimary: false }).where(eq(d.isPrimary, true));
  await db.update(d).set({ isPrimary: true }).where(eq(d.id, id));
  ctx.about('domain', id, { host, after: { isPrimary: true } });
  return await getDomain(db, id);
}

/** Has the workspace at home at its own address again. Throws `not_found`. */
export async function endPrimary(ctx: ControlCtx, id: string): Promise<DomainView> {
  const { db } = ctx;
  await inTurn(db);
  const { host } = await holdDomain(db, id);
  await db.update(d).set({ isPrimary: false }).where(eq(d.id, id));
  ctx.about('domain', id, { host, after: { isPrimary: false } });
  return await getDomain(db, id);
}

/** Says whether a domain leads on to the primary one. Throws `not_found`. */
export async function setRedirect(
  ctx: ControlCtx,
  { id, redirects }: { id: string; redirects: boolean },
): Promise<DomainView> {
  const { db } = ctx;
  const claim = await holdDomain(db, id);
  await db.update(d).set({ redirects }).where(eq(d.id, id));
  const before = { redirects: claim.redirects };
  ctx.about('domain', id, { host: claim.host, before, after: { redirects } });
  return await getDomain(db, id);
}
