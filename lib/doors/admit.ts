import { permissionsOf } from '../access/rights';
import { AppError, notFound } from '../errors';
import { manifests } from '../modules/registry';
import { refuseSwitchedOff } from '../tenancy/flags/flags-of';
import type { DoorCall } from './call';
import type { Caller, TenantFacts } from './caller';
import { checkRate } from './rate';
import type { ProcedureMeta } from './spec';
import { checkFresh, checkNetwork, checkStanding, checkWholeAccount } from './standing';

const modules = new Set(manifests.map((manifest) => manifest.id));

/**
 * The first half of the chain: zone, tenant, sign-in, membership, permission, lifecycle, module,
 * flag, rate. Throws `not_found` for what the caller may not know of, `forbidden` for what they may see.
 */
export async function admit(meta: ProcedureMeta, call: DoorCall): Promise<Caller> {
  const caller = await call.caller();
  checkZone(meta, call, caller);
  if (meta.permission === 'staff') checkStaff(caller);
  else if (needsTenant(meta)) checkTenant(meta, call, caller);
  if (meta.flag) await refuseSwitchedOff(meta.flag, caller);
  await checkRate(meta, call, caller);
  return caller;
}

const needsTenant = ({ plane }: ProcedureMeta) =>
  plane === 'tenant' || plane === 'control' || plane === 'pool';

function checkZone(meta: ProcedureMeta, call: DoorCall, caller: Caller) {
  if (meta.permission === 'job' && call.door !== 'job') throw notFound();
  const here = caller.host.zone === 'api' ? 'tenant' : caller.host.zone;
  if ((meta.zone ?? 'tenant') !== here) throw notFound();
}

function checkStaff(caller: Caller) {
  if (!caller.staff) throw new AppError('unauthenticated', 'Sign in to the console first.');
}

function checkTenant(meta: ProcedureMeta, call: DoorCall, caller: Caller) {
  const { tenant } = caller;
  if (!tenant || tenant.status === 'closed') throw notFound();
  if (call.door !== 'job') checkMember(meta, call, caller);
  if (tenant.status !== 'active' && !meta.whileSuspended) {
    throw new AppError('precondition', shut(tenant));
  }
  if (meta.module && (!modules.has(meta.module) || tenant.modulesOff.includes(meta.module))) {
    throw notFound();
  }
}

const shut = ({ name, status }: TenantFacts) =>
  status === 'closing'
    ? `${name} is being deleted, as its admins asked.`
    : `${name} is suspended. Its data is kept.`;

function checkMember(meta: ProcedureMeta, call: DoorCall, caller: Caller) {
  const { permission, plane, fresh, wholeAccount, whileSuspended } = meta;
  // Who may come in at all is asked where they sign in; forms, looks and the way out are for everybody.
  if (permission === 'public') {
    if (plane === 'pool' && !whileSuspended) checkNetwork(caller, call.address);
    return;
  }
  if (caller.client) checkClient(meta);
  else {
    if (!caller.user) throw new AppError('unauthenticated', 'Sign in first.');
    if (caller.membership?.state !== 'active') throw notFound();
  }
  checkStanding(caller, call.address);
  if (permission !== 'signed_in' && !isHeld(meta, caller)) {
    throw new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
  }
  if (wholeAccount) checkWholeAccount(caller);
  if (fresh) checkFresh(caller);
}

/** What comes with a team is not among the scopes of a token. */
function isHeld({ permission, overTeams }: ProcedureMeta, caller: Caller): boolean {
  if (caller.permissions.has(permission)) return true;
  if (!overTeams || caller.token) return false;
  return (caller.teams?.over ?? []).some((role) => permissionsOf([role]).has(permission));
}

/** What is there for whoever signed in is about that person. */
function checkClient({ permission, forPeople }: ProcedureMeta) {
  if (permission !== 'signed_in' && !forPeople) return;
  throw new AppError('forbidden', 'A token of the workspace acts for nobody. Sign in yourself.');
}
