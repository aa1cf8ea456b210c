import type { ControlDb } from '@/db/control';
import { mailWhoMay } from '../../access/people/mail-who-may';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { enqueueControlJob } from '../../jobs/enqueue';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { canonicalHost, tenantUrl } from '../../tenancy/urls';
import { findAccount } from '../accounts';
import { findOpenDomain } from '../domains/open-domain';
import { countGuess, countJoinMail, forgetTold, joinMailsOfDay } from '../guesses';
import { isMember } from '../memberships';
import { mintJoinRequest, minutesOpen } from './join-requests';
import { joinsByMail } from './joins-by-mail';
import { capLetter, joinLetter } from './letters';
import { wasHere } from './was-here';

/**
 * Asks for a link to join with. What the address may is looked up later, by the worker, so that
 * neither the answer nor its timing tells. Throws `precondition` where nobody joins by their address,
 * `limit` after five requests.
 */
export async function requestJoin(ctx: PoolCtx, email: string): Promise<void> {
  if (!(await joinsByMail(ctx))) throw nobodyJoins();
  const { address } = ctx.call;
  await countGuess({ kind: 'mail', poolId: ctx.tenant.poolId, email, address });
  await ctx.transact((db) => enqueueControlJob(db, 'joining.mailLink', { email }));
}

export const nobodyJoins = () =>
  new AppError(
    'precondition',
    'Nobody joins this workspace by their address. Ask for an invitation.',
  );

/** Mails the link to an address that may join now; to any other nothing, nor above so many by one domain. */
export async function mailJoinLink(ctx: PoolCtx, email: string): Promise<void> {
  const { db, tenant } = ctx;
  const open = await findOpenDomain(db, email);
  if (!open) return;
  const account = await findAccount(db, tenant.poolId, email);
  if (account && !(await mayJoin(db, account))) return;
  if (await wasHere(db, tenant.id, { id: account?.id ?? null, email })) return;
  const counted = await countJoinMail(tenant.id, open.domain);
  if (counted === 'told') await tellOfCap(ctx, open.domain);
  if (counted !== 'goes') return;
  const token = await mintJoinRequest(db, { email, host: canonicalHost(tenant) });
  const url = tenantUrl(tenant, `/join/${token}`);
  const language = languageOf(account?.locale ?? null, tenant.locale);
  const letter = joinLetter(
    { to: email, language, tenant: tenant.name, url },
    { minutes: minutesOpen },
  );
  await sendMail(db, compose(await mailBrand(db, tenant.name), letter));
}

/** Somebody has to see what nobody who asks is told. */
async function tellOfCap({ db, tenant }: PoolCtx, domain: string) {
  try {
    await mailWhoMay(
      db,
      { tenant, permission: 'security.manage', path: '/settings/security/email-domains' },
      (addressed) => capLetter(addressed, { domain, most: joinMailsOfDay }),
    );
  } catch (error) {
    await forgetTold(tenant.id, domain);
    throw error;
  }
}

async function mayJoin(db: ControlDb, { id, state }: { id: string; state: string }) {
  return state === 'active' && !(await isMember(db, id));
}
