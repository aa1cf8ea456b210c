import { v7 as uuidv7 } from 'uuid';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { givePassword } from '@/lib/identity/testing';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';
import { plantChallenges, plantPasskey } from './passkeys';

/** How far a tenant is on its way into a shared pool, and what a claim there has proven. */
export interface JoinState {
  join: 'none' | 'offered' | 'running' | 'ended';
  /** `half` is the former account alone. */
  claim?: 'begun' | 'half' | 'mailed' | 'proven';
  /** Whether its former account has a passkey here, with challenges to answer. */
  passkey?: true;
  /** Whether somebody came over whose records do not name their new account yet. */
  late?: true;
}

/** How a house must stand for an operation of joining a pool to be exercised. */
export const joinStates: Record<string, JoinState> = {
  'tenants.create': { join: 'none' },
  'poolJoins.offer': { join: 'none' },
  'poolJoins.withdraw': { join: 'offered' },
  'poolJoins.end': { join: 'running' },
  'poolJoins.bringAgain': { join: 'running', late: true },
  'poolJoin.bringAgain': { join: 'running', late: true },
  'poolJoin.brought': { join: 'running', late: true },
  'poolJoin.agree': { join: 'offered' },
  'poolJoin.decline': { join: 'offered' },
  'poolJoin.end': { join: 'running' },
  'poolJoin.close': { join: 'ended' },
  'poolJoin.tell': { join: 'running' },
  'poolJoin.remind': { join: 'running' },
  'poolClaim.begin': { join: 'running' },
  'poolClaim.get': { join: 'running', claim: 'begun' },
  'poolClaim.withPassword': { join: 'running', claim: 'begun' },
  'poolClaim.requestLink': { join: 'running', claim: 'begun' },
  'poolClaim.mailLink': { join: 'running', claim: 'begun' },
  'poolClaim.withLink': { join: 'running', claim: 'mailed' },
  'poolClaim.beginPasskey': { join: 'running', claim: 'begun' },
  'poolClaim.withPasskey': { join: 'running', claim: 'begun', passkey: true },
  'poolClaim.forget': { join: 'running', claim: 'half' },
  'poolClaim.finish': { join: 'running', claim: 'proven' },
  'collections.bringOver': { join: 'running' },
  'memberFields.bringOver': { join: 'running' },
  'collections.tellClashes': { join: 'running' },
  'tasks.bringOver': { join: 'running' },
};

type House = Samples & { tenant: TestTenant };

/** Brings a house there: somebody of another pool is a member who has not come over. */
export async function plantPoolJoin(world: World, house: House, state: JoinState): Promise<void> {
  const { database } = world;
  const { tenant, ids, canary } = house;
  const { tenantId } = tenant;
  await database.query('update control.tenants set owner_id = $2 where id = $1', [
    tenantId,
    ids.adminId,
  ]);
  await database.query('delete from control.pool_joins where tenant_id = $1', [tenantId]);
  const other = await plantPool(world, house);
  if (state.join === 'none') return;
  const runs = state.join !== 'offered';
  // Views that are shared with others of its pool tie it there.
  await database.query(
    'update control.grants set ended_at = now() where ended_at is null and $1 in (tenant_id, grantee_id)',
    [tenantId],
  );
  const joinId = uuidv7();
  ids.joinId = joinId;
  await database.query(
    `insert into control.pool_joins (tenant_id, id, pool_id, pool_name, former_pool_id, state, reason)
     values ($1, $2, $3, $5, $4, $6, $5)`,
    [
      tenantId,
      joinId,
      runs ? tenant.poolId : other,
      runs ? other : tenant.poolId,
      canary,
      state.join,
    ],
  );
  ids.formerPoolId = other;
  if (runs) await plantLeftBehind(world, house);
  if (state.late) {
    await database.query(
      `insert into control.pool_arrivals (tenant_id, id, join_id, former_user_id, new_user_id,
         pending, pending_since)
       values ($1, app.uuid7(), $2, $3, $4, '{collections.bringOver}', now() - interval '1 hour')`,
      [tenantId, joinId, ids.formerUserId, ids.newUserId],
    );
  }
  if (state.claim) await plantClaim(world, house, state.claim);
  if (state.passkey) await plantClaimPasskey(world, house);
}

/** A shared pool that tenants can be opened in, and names of what `plantPoolJoin` brings about. */
export async function plantPool({ database }: World, { ids, canary }: House): Promise<string> {
  for (const name of ['joinId', 'claimId', 'formerUserId', 'newUserId', 'reminderId']) {
    ids[name] ??= uuidv7();
  }
  for (const name of ['claim', 'link']) ids[name] ??= newToken();
  const id = uuidv7();
  ids.sharedPoolId = id;
  await database.query(`insert into control.pools (id, name, kind) values ($1, $2, 'shared')`, [
    id,
    canary,
  ]);
  return id;
}

/** Somebody with a password in another pool. */
export async function plantLeftBehind(world: World, { tenant, ids, canary }: House): Promise<void> {
  const poolId = ids.formerPoolId ?? '';
  ids.formerUserId = uuidv7();
  ids.newUserId = ids.adminId ?? '';
  ids.reminderId = uuidv7();
  ids.formerEmail = `former-${ids.formerUserId.slice(-12)}@example.com`;
  await world.database.query(
    `insert into control.users (id, pool_id, email, email_key, name) values ($1, $2, $3, $3, $4)`,
    [ids.formerUserId, poolId, ids.formerEmail, canary],
  );
  await givePassword(world, { ...tenant, poolId }, ids.formerUserId);
  await world.database.query(
    `insert into control.memberships (tenant_id, id, user_id, state) values ($1, $2, $3, 'unclaimed')`,
    [tenant.tenantId, ids.reminderId, ids.formerUserId],
  );
}

/** A passkey that somebody made here before the tenant joined, and what it is asked to sign. */
async function plantClaimPasskey(world: World, house: House): Promise<void> {
  const { tenant, ids } = house;
  const former = { ...tenant, poolId: ids.formerPoolId ?? '' };
  const besides = { ...ids, passkeyId: uuidv7() };
  await plantPasskey(world, { ...house, tenant: former, ids: besides }, ids.formerUserId);
  await plantChallenges(world, house, 'claim');
}

/** A claim of somebody who was left behind; `email` is the address that its link goes to. */
export async function plantClaim(
  { database }: World,
  { tenant, ids }: Pick<House, 'tenant' | 'ids'>,
  claim: NonNullable<JoinState['claim']>,
  email?: string,
): Promise<void> {
  ids.claimId = uuidv7();
  ids.claim = newToken();
  ids.link = newToken();
  const newEmail = email ?? `new-${ids.claimId.slice(-12)}@example.com`;
  const mailed = claim === 'mailed' ? [hashToken(ids.link), 'new', newEmail] : [null, null, null];
  const former = claim === 'begun' ? null : ids.formerUserId;
  const proven = [former, claim === 'proven' ? newEmail : null];
  await database.query(
    `insert into control.pool_claims (tenant_id, id, join_id, purpose, host, token_hash, expires_at,
       mail_hash, mail_side, mail_email, former_user_id, new_email, former_state, new_method)
     values ($1, $2, $3, 'come_over', $4, $5, now() + interval '1 hour', $6, $7, $8, $9, $10,
       control.proofs_of($9), 'magic_link')`,
    [
      ...[tenant.tenantId, ids.claimId, ids.joinId, tenant.host, hashToken(ids.claim)],
      ...mailed,
      ...proven,
    ],
  );
}
