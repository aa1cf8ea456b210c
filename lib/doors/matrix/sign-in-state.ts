import { hashToken, newToken } from '@/lib/identity/secrets';
import { codeOf } from '@/lib/identity/testing';
import { sealer } from '@/lib/sealing';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';
import { plantChallenges, plantPasskey } from './passkeys';
import { plantProvider } from './providers';

/** What the admin's account has: nothing, an authenticator begun, one that counts. */
type Factor = 'none' | 'begun' | 'confirmed';

interface State {
  factor: Factor;
  /** Whether the tenant asks for one. */
  demanded?: boolean;
  /** Whether people sign in through an identity provider of the tenant, and somebody is about to. */
  provider?: boolean;
  /** What the admin's passkey is asked for; none for an account without one. */
  passkey?: Parameters<typeof plantChallenges>[2];
}

/** How a house must stand for an operation of sign-in to be exercised; codes are of `houseCode`. */
export const signInStates: Record<string, State> = {
  'session.prove': { factor: 'none' },
  'signIn.steps': { factor: 'confirmed' },
  'signIn.withCode': { factor: 'confirmed' },
  'signIn.setUp': { factor: 'none', demanded: true },
  'signIn.confirmSetUp': { factor: 'begun', demanded: true },
  'signIn.resume': { factor: 'confirmed' },
  'signIn.atProvider': { factor: 'none', provider: true },
  'signIn.arrival': { factor: 'none', provider: true },
  'signIn.confirmArrival': { factor: 'none', provider: true },
  'identityProvider.change': { factor: 'none', provider: true },
  'identityProvider.remove': { factor: 'none', provider: true },
  'identityProvider.test': { factor: 'none', provider: true },
  'signIn.withPasskey': { factor: 'none', passkey: 'sign_in' },
  'signIn.beginPasskeyStep': { factor: 'none', passkey: 'second_factor' },
  'signIn.withPasskeyStep': { factor: 'none', passkey: 'second_factor' },
  'signIn.beginPasskeySetUp': { factor: 'none', demanded: true },
  'signIn.withNewPasskey': { factor: 'none', demanded: true, passkey: 'set_up' },
  'session.beginPasskeyProof': { factor: 'none', passkey: 'proof' },
  'session.proveByPasskey': { factor: 'none', passkey: 'proof' },
  'passkeys.add': { factor: 'none', passkey: 'add' },
  'passkeys.rename': { factor: 'none', passkey: 'proof' },
  'passkeys.remove': { factor: 'none', passkey: 'proof' },
  'factors.begin': { factor: 'none' },
  'factors.confirm': { factor: 'begun' },
  'factors.renewCodes': { factor: 'confirmed' },
  'factors.remove': { factor: 'confirmed' },
};

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const houseCode = () => codeOf(secret);

/** Brings the admin of a house to where an operation finds them; anything else stays. */
export async function plantSignIn(
  world: World,
  { tenant, ids, canary }: Samples & { tenant: TestTenant },
  { factor, demanded = false, provider = false, passkey }: State,
): Promise<void> {
  const { database } = world;
  if (provider) await plantProvider(world, { tenant, ids, canary });
  const { tenantId, poolId, host } = tenant;
  const userId = ids.adminId ?? '';
  await database.query('delete from control.second_factors where user_id = $1', [userId]);
  await database.query('delete from control.passkeys where user_id = $1', [userId]);
  if (factor !== 'none') {
    const sealed = sealer('second-factor').seal(secret, `${poolId}:${userId}`);
    await database.query(
      `insert into control.second_factors (id, pool_id, user_id, kind, secret, confirmed_at)
       values (app.uuid7(), $1, $2, 'totp', $3, case when $4 then now() end)`,
      [poolId, userId, sealed, factor === 'confirmed'],
    );
  }
  if (demanded) {
    await database.query(
      `insert into control.security_policies (tenant_id, id, second_factor, second_factor_from)
       values ($1, app.uuid7(), 'required', now() - interval '1 day') on conflict do nothing`,
      [tenantId],
    );
    await database.query(
      `update control.memberships set joined_at = now() - interval '1 day' where tenant_id = $1`,
      [tenantId],
    );
  }
  ids.flow = newToken();
  await database.query(
    `insert into control.sign_in_flows (id, pool_id, tenant_id, user_id, host, method, token_hash, expires_at)
     values (app.uuid7(), $1, $2, $3, $4, 'password', $5, now() + interval '1 hour')`,
    [poolId, tenantId, userId, host, hashToken(ids.flow)],
  );
  if (!passkey) return;
  await plantPasskey(world, { tenant, ids, canary }, userId);
  await plantChallenges(world, { tenant, ids, canary }, passkey);
  // Set up by who has none.
  if (passkey === 'set_up') {
    await database.query('delete from control.passkeys where user_id = $1', [userId]);
  }
}
