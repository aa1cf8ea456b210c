import { eq } from 'drizzle-orm';
import { emailDomainHolders, emailDomains } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { newProof } from './proof-record';
import { tellOfRelease } from './tell-admins';

const d = emailDomains;

/**
 * Has the tenant begin again with a domain whose hold staff ended: a record of another value, nobody
 * joins by it, and its admins are told. Nothing for one that is gone.
 */
export async function releaseEmailDomain(ctx: ControlCtx, domain: string): Promise<void> {
  const { db } = ctx;
  const [claim] = await db
    .update(d)
    .set({
      ...{ proof: newProof(), state: 'pending', joins: false, joinsSetBy: null },
      ...{ finding: null, others: 0, checkedAt: null },
    })
    .where(eq(d.domain, domain))
    .returning({ id: d.id });
  if (!claim) return;
  // It may have been taken again between the hold's end and this.
  await db.delete(emailDomainHolders).where(eq(emailDomainHolders.domain, domain));
  ctx.about('email_domain', claim.id, { domain });
  await tellOfRelease(ctx, db, domain);
}
