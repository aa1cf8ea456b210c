import { and, eq, gt, isNull } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { memberships, poolClaims } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { enqueueControlJob } from '../../jobs/enqueue';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { hostUrl } from '../../tenancy/urls';
import { findAccount } from '../accounts';
import { countGuess } from '../guesses';
import { hashToken, newToken } from '../secrets';
import { openClaim, type Side, wantTurn } from './claims';
import { claimLetter } from './letters';
import { poolOf } from './sides';
import { wantLinks } from './ways';

export interface LinkWish {
  claim: string;
  side: Side;
  email: string;
}

/**
 * Asks for a link that proves an address. What there is of it is looked up later, by the worker, so
 * that neither the answer nor its timing tells. Throws `limit` after five requests,
 * `precondition` where links are switched off.
 */
export async function requestLink(ctx: PoolCtx, { claim: token, side, email }: LinkWish) {
  await wantLinks(ctx);
  const claim = await openClaim(ctx, token);
  wantTurn(claim, side);
  const { poolId } = await poolOf(ctx, claim, side);
  await countGuess({ kind: 'mail', poolId, email, address: ctx.call.address });
  await ctx.transact((db) =>
    enqueueControlJob(db, 'poolClaim.mailLink', { claimId: claim.id, side, email }),
  );
}

/** Mails the link, in words that tell its reader alone whether there is an account. */
export async function mailLink(
  ctx: PoolCtx,
  { claimId, side, email }: { claimId: string; side: Side; email: string },
): Promise<void> {
  const { db, tenant } = ctx;
  const open = and(
    eq(poolClaims.id, claimId),
    isNull(poolClaims.usedAt),
    gt(poolClaims.expiresAt, databaseNow),
  );
  const [claim] = await db.select().from(poolClaims).where(open);
  if (!claim) return;
  const { poolId, run } = await poolOf(ctx, claim, side);
  const account = await run((own) => findAccount(own, poolId, email));
  if (account && account.state !== 'active') return;
  if (side === 'former' && !(account && (await isUnclaimed(ctx, account.id)))) return;
  const link = newToken();
  const mail = { mailHash: hashToken(link), mailSide: side, mailEmail: email };
  const noted = await db.update(poolClaims).set(mail).where(open).returning({ id: poolClaims.id });
  if (noted.length === 0) return;
  const language = languageOf(account?.locale ?? null, tenant.locale);
  const letter = claimLetter(
    {
      to: account?.email ?? email,
      language,
      tenant: tenant.name,
      url: hostUrl(claim.host, `/claim/${link}`),
    },
    { isNew: !account, side },
  );
  await sendMail(db, compose(await mailBrand(db, tenant.name), letter));
}

async function isUnclaimed({ db }: PoolCtx, userId: string): Promise<boolean> {
  const [own] = await db
    .select({ state: memberships.state })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  return own?.state === 'unclaimed';
}
