import { count, eq } from 'drizzle-orm';
import { emailDomainHolders, emailDomains } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { type EmailDomainView, getClaim, holdClaim } from './claims';
import { newProof } from './proof-record';

/** Most domains that a tenant may name. */
const most = 20;

const d = emailDomains;

/**
 * Names a domain as the tenant's own, to be proven. Whether others did the same is not told. Throws
 * `conflict` for one that is there already, `limit` after twenty.
 */
export async function addEmailDomain(ctx: ControlCtx, domain: string): Promise<EmailDomainView> {
  await inTurn(ctx.db);
  const [had] = await ctx.db.select({ count: count() }).from(d);
  if ((had?.count ?? 0) >= most) {
    throw new AppError('limit', 'A workspace has up to 20 e-mail domains. Remove one first.');
  }
  const [made] = await ctx.db
    .insert(d)
    .values({ domain, proof: newProof() })
    .onConflictDoNothing({ target: [d.tenantId, d.domain] })
    .returning({ id: d.id });
  if (!made) {
    const there = 'This domain is in the list already.';
    throw new AppError('conflict', there, { fields: { domain: there } });
  }
  ctx.about('email_domain', made.id, { domain });
  return await getClaim(ctx.db, made.id);
}

/** Gives a domain up: nobody joins by it from then on. Throws `not_found`. */
export async function removeEmailDomain(ctx: ControlCtx, id: string): Promise<void> {
  const { domain, state, joins } = await holdClaim(ctx.db, id);
  await ctx.db.delete(d).where(eq(d.id, id));
  await ctx.db.delete(emailDomainHolders).where(eq(emailDomainHolders.domain, domain));
  ctx.about('email_domain', id, { domain, before: { state, joins } });
}
