import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import type { PoolCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { findAccount } from '../accounts';
import { findOpenDomain, type OpenDomain } from '../domains/open-domain';
import { emailKey } from '../email';
import { methodsOf } from '../methods/methods';
import { isFull } from '../seats';
import { findJoinRequest } from './join-requests';
import { mailOpens } from './joins-by-mail';

export const JoinView = z.object({
  state: z.enum(['open', 'closed', 'wrong_account', 'no_seat']),
  email: z.string(),
  tenant: z.string(),
  /** Null where it is closed. */
  role: z.string().nullable(),
  /** Address of whoever is signed in on this host. */
  signedInAs: z.string().nullable(),
  /** Whether the address has an account already, whose password is then asked. */
  hasAccount: z.boolean(),
  /** Whether a new account chooses one. */
  takesPassword: z.boolean(),
});

/** What stands on the page that a mailed link to join leads to. Throws `not_found`. */
export async function viewJoin(
  { db, tenant, caller }: PoolCtx,
  { token }: { token: string },
): Promise<z.input<typeof JoinView>> {
  const request = await findJoinRequest(db, { token, host: caller.host.host });
  if (!request) throw notFound('This link');
  const { email } = request;
  const open = (await mailOpens({ db, caller })) ? await findOpenDomain(db, email) : null;
  const account = await findAccount(db, tenant.poolId, email);
  const isOther = caller.user !== null && emailKey(caller.user.email) !== request.emailKey;
  return {
    state: isOther ? 'wrong_account' : await stateOf(db, open),
    email,
    tenant: tenant.name,
    role: open?.role.name ?? null,
    signedInAs: caller.user?.email ?? null,
    hasAccount: account !== null,
    takesPassword: methodsOf(caller).includes('password'),
  };
}

async function stateOf(db: ControlDb, open: OpenDomain | null) {
  if (!open) return 'closed';
  return (await isFull(db)) ? 'no_seat' : 'open';
}
