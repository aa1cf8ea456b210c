import { mintTenantScope, mintUserScope } from '@/db/scope';
import { type TenantDb, withTenant, withTenants } from '@/db/tenant';
import { permissionsOf, type RoleFact } from '../access/rights';
import type { TeamFacts } from '../access/teams/facts';
import { log } from '../log';
import { actorOf } from './audit';
import type { DoorCall } from './call';
import type { Caller, TenantFacts } from './caller';
import type { CtxThere, OwnPlace, Sighting, Sightings } from './ctx';
import { objectionTo } from './standing';

/** A tenant of a person as `control.tenants_open_to` tells it. */
interface TenantThere extends TenantFacts {
  color: string | null;
  membershipId: string;
  roles: RoleFact[];
  teams: TeamFacts | null;
  networks: string[];
  /** Whether a second factor is asked of this person by now. */
  secondFactorDue: boolean;
  /** Whether the session is older than sessions get there. */
  sessionOver: boolean;
}

interface Asked {
  call: DoorCall;
  caller: Caller;
}

type Read<T> = (there: CtxThere) => Promise<T>;

/**
 * Reads from each tenant of the signed-in person with the rights they have in that tenant, as far as
 * its own rules of sign-in are met by the session they came with. See `readTenants` in `ctx.ts`.
 */
export async function readTenants<T>(asked: Asked, read: Read<T>): Promise<Sightings<T>> {
  const { call, caller } = asked;
  const { user, session, tenant } = caller;
  if (!user || !tenant) return { places: [], more: false };
  if (!session) return { places: [await readHere(asked, tenant, read)], more: false };
  const scope = mintUserScope({
    userId: user.id,
    sessionId: session.id,
    requestId: call.requestId,
  });
  const fanned = await withTenants(scope, async (db, there: TenantThere) => {
    const standing = callerThere(caller, there);
    if (there.sessionOver || objectionTo(standing, call.address))
      return { state: 'closed' } as const;
    return { state: 'read', value: await read(ctxThere(call, standing, db)) } as const;
  });
  const found = new Map<string, Sighting<T>>();
  for (const { tenant: there, value } of fanned.results) {
    found.set(there.id, { ...placeOf(there, tenant), ...value });
  }
  for (const { tenant: there, error } of fanned.failures) {
    log.warn(
      { err: error, tenantId: there.id, requestId: call.requestId },
      'a tenant was not read',
    );
    found.set(there.id, { ...placeOf(there, tenant), state: 'failed' });
  }
  const places = [...found.values()].sort(hereFirst);
  return { places, more: fanned.truncated };
}

/** A token knows the tenant it was made in, and carries what its maker chose of their rights. */
async function readHere<T>(
  { call, caller }: Asked,
  tenant: TenantFacts,
  read: Read<T>,
): Promise<Sighting<T>> {
  const { requestId } = call;
  const scope = mintTenantScope({
    tenantId: tenant.id,
    actorId: caller.user?.id ?? null,
    requestId,
  });
  const value = await withTenant(scope, (db) => read(ctxThere(call, caller, db)), {
    readOnly: true,
  });
  return { ...placeOf({ ...tenant, color: null }, tenant), state: 'read', value };
}

/** Who the person is in another tenant: nothing of their rights here counts there. */
function callerThere(caller: Caller, there: TenantThere): Caller {
  const {
    color: _,
    membershipId,
    roles,
    teams,
    networks,
    secondFactorDue,
    sessionOver,
    ...tenant
  } = there;
  const { session } = caller;
  return {
    ...caller,
    tenant,
    membership: { id: membershipId, state: 'active' },
    roles,
    teams,
    networks,
    // What is read there takes no room.
    plan: null,
    overrides: {},
    session: session && { ...session, secondFactorDue, secondFactorBy: null },
    permissions: permissionsOf(roles),
  };
}

function ctxThere(call: DoorCall, caller: Caller, db: TenantDb): CtxThere {
  return {
    db,
    tenant: caller.tenant as TenantFacts,
    caller,
    actor: actorOf(call, caller),
    can: (permission) => caller.permissions.has(permission),
  };
}

const placeOf = (
  { id, slug, name, color }: Pick<TenantThere, 'id' | 'slug' | 'name' | 'color'>,
  here: TenantFacts,
): OwnPlace => ({ id, slug, name, color, isHere: id === here.id });

const hereFirst = (one: OwnPlace, other: OwnPlace) =>
  Number(other.isHere) - Number(one.isHere) || one.name.localeCompare(other.name);
