import { v7 as uuidv7 } from 'uuid';
import type { challengePurposes } from '@/db/schema/control';
import {
  assertBy,
  attest,
  type DeviceKey,
  newDeviceKey,
  putPasskey,
} from '@/lib/identity/passkeys/testing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

type Purpose = (typeof challengePurposes)[number];

interface Planted extends Samples {
  tenant: TestTenant;
}

/** What stands behind the passkeys of a house, by its canary. */
interface Kept {
  host: string;
  device: DeviceKey;
  /** Open ones: each is good for one sample. */
  challenges: string[];
}

const houses = new Map<string, Kept>();

/** A passkey of somebody of a house, for their host; of a member unless said otherwise. */
export async function plantPasskey(
  world: World,
  { tenant, ids, canary }: Planted,
  userId = ids.userId ?? '',
): Promise<void> {
  const { poolId, host } = tenant;
  ids.passkeyId ??= uuidv7();
  const { passkeyId: id } = ids;
  await world.database.query('delete from control.passkeys where id = $1', [id]);
  const device = await putPasskey(world, { poolId, userId, host }, { id, name: canary });
  houses.set(canary, { host, device, challenges: [] });
}

/** Challenges that the admin's devices are about to answer, as many as there may be samples. */
export async function plantChallenges(
  { database }: World,
  { tenant, ids, canary }: Planted,
  purpose: Purpose,
): Promise<void> {
  const anybody = purpose === 'sign_in' || purpose === 'claim';
  const [session] = await database.query<{ id: string }>(
    'select id from control.sessions where user_id = $1 and tenant_id = $2 order by id',
    [ids.adminId, tenant.tenantId],
  );
  const isInFlow = purpose === 'second_factor' || purpose === 'set_up';
  const inFlow = isInFlow ? ids.flow : session?.id;
  if (purpose === 'sign_in') ids.browser = newToken();
  const browser = (purpose === 'claim' ? ids.claim : anybody ? ids.browser : inFlow) ?? '';
  const challenges = Array.from({ length: 12 }, newToken);
  await database.query(
    `insert into control.passkey_challenges (id, pool_id, tenant_id, host, purpose, user_id,
       browser_hash, challenge_hash, expires_at)
     select app.uuid7(), $1, $2, $3, $4, $5, $6, hash, now() + interval '1 hour'
     from unnest($7::text[]) hash`,
    [
      ...[tenant.poolId, tenant.tenantId, tenant.host, purpose, anybody ? null : ids.adminId],
      ...[hashToken(browser), challenges.map(hashToken)],
    ],
  );
  const kept = houses.get(canary);
  if (kept) kept.challenges = challenges;
}

const next = ({ canary }: Samples) => {
  const kept = houses.get(canary);
  const { host = 'nowhere.example', device = newDeviceKey('nobody') } = kept ?? {};
  return { device, host, challenge: kept?.challenges.pop() ?? newToken() };
};

/** What the admin's device answers to one of them. */
export function houseAssertion(samples: Samples) {
  const { device, ...asked } = next(samples);
  return assertBy(device, asked);
}

/** A new key that it makes for one of them. */
export function houseAttestation(samples: Samples) {
  const { device: _, ...asked } = next(samples);
  return attest(newDeviceKey(samples.ids.adminId ?? ''), asked);
}
