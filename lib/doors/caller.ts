import { requestFacts, staffFacts } from '@/db/directory';
import { permissionsOf } from '../access/rights';
import { hashToken } from '../identity/secrets';
import { isAccessToken, type Named, openAccessToken } from '../identity/tokens/access-token';
import type { HostName } from '../tenancy/hosts';
import type { Caller, Credential, RequestFacts, StaffFacts, TenantName } from './facts';
import { notePresence } from './presence';

export type {
  Caller,
  Credential,
  RequestFacts,
  StaffFacts,
  TenantFacts,
  TenantName,
  UserFacts,
} from './facts';

const nobody = {
  tenant: null,
  user: null,
  membership: null,
  roles: [],
  teams: null,
  session: null,
  token: null,
  client: null,
  staff: null,
  networks: [],
  methodsOff: [],
  flags: {},
  plan: null,
  overrides: {},
};

/** One trip: tenant of the host, session or token, user, membership, roles. */
export async function identify(
  host: HostName,
  tenantName: TenantName | null,
  credential: Credential | null,
): Promise<Caller> {
  if (host.zone === 'console') return identifyStaff(host, credential);
  if (!tenantName) return { ...nobody, host, permissions: new Set() };
  const kind = credential?.kind ?? 'browser';
  const named = await namedBy(credential);
  const hash = named?.sessionHash ?? (credential && hashToken(credential.token));
  const { slug, host: tenantHost } = tenantName;
  const found = await requestFacts<RequestFacts>(slug, tenantHost, hash, kind);
  if (!found) return { ...nobody, host, permissions: new Set() };
  const facts = named ? asNamed(found, named) : found;
  notePresence(facts);
  const caller = { ...nobody, ...facts, host };
  return { ...caller, permissions: rightsNow(caller) };
}

const namedBy = async (credential: Credential | null) =>
  credential?.kind === 'api' && isAccessToken(credential.token)
    ? await openAccessToken(credential.token)
    : null;

/** What a JWT opens: its session, at its tenant, without counting as a proof of the person. */
function asNamed(facts: RequestFacts, { tenantId, userId }: Named): RequestFacts {
  const { tenant, session, user, networks, methodsOff, flags = {}, plan = null } = facts;
  const { overrides = {} } = facts;
  const right = tenant?.id === tenantId && user?.id === userId && session;
  if (right) return { ...facts, session: { ...session, fresh: false, byAccessToken: true } };
  return {
    ...{ tenant, flags, plan, overrides },
    ...(networks && { networks }),
    ...(methodsOff && { methodsOff }),
  };
}

async function identifyStaff(host: HostName, credential: Credential | null): Promise<Caller> {
  const staff = credential
    ? await staffFacts<StaffFacts>(
        hashToken(credential.token),
        credential.kind === 'api' ? 'token' : 'browser',
      )
    : null;
  return { ...nobody, host, staff, permissions: new Set() };
}

type Rightful = Pick<Caller, 'membership' | 'roles' | 'token' | 'client'>;

/** A token never carries more than its maker may do at this moment, or its role where it has none. */
function rightsNow({ membership, roles, token, client }: Rightful): ReadonlySet<string> {
  if (!client && membership?.state !== 'active') return new Set();
  const held = permissionsOf(roles);
  return token ? new Set(token.scopes.filter((scope) => held.has(scope))) : held;
}
