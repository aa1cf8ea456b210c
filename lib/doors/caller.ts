import { requestFacts, staffFacts } from '@/db/directory';
import { permissionsOf, type RoleFact } from '../access/rights';
import { hashToken } from '../identity/secrets';
import type { HostName } from '../tenancy/hosts';
import { notePresence } from './presence';

/** What every door knows of the tenant whose host was asked. */
export interface TenantFacts {
  id: string;
  poolId: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended' | 'closing' | 'closed';
  statusReason: string | null;
  locale: 'en' | 'ko';
  timeZone: string;
  primaryHost: string | null;
  modulesOff: string[];
}

export interface UserFacts {
  id: string;
  email: string;
  name: string;
  locale: string | null;
  timeZone: string | null;
}

export interface StaffFacts {
  id: string;
  email: string;
  name: string;
  sessionId: string;
}

/** Who asks, where, and with which rights, as the database says it now. */
export interface Caller {
  host: HostName;
  tenant: TenantFacts | null;
  user: UserFacts | null;
  membership: { id: string; state: 'active' | 'suspended' } | null;
  roles: RoleFact[];
  session: { id: string; loginId: string; kind: 'browser' | 'api'; lastSeenAt: string } | null;
  token: { id: string; scopes: string[] } | null;
  staff: StaffFacts | null;
  permissions: ReadonlySet<string>;
}

export interface Credential {
  kind: 'browser' | 'api';
  token: string;
}

/** The request's facts as the look-up function returns them. */
export type RequestFacts = Pick<Caller, 'tenant'> & Partial<Omit<Caller, 'host' | 'tenant'>>;

const nobody = {
  tenant: null,
  user: null,
  membership: null,
  roles: [],
  session: null,
  token: null,
  staff: null,
};

/** Which tenant a request names: by slug, by custom host, or `id:{uuid}` as a host. */
export interface TenantName {
  slug: string | null;
  host: string;
}

/** One trip: tenant of the host, session or token, user, membership, roles. */
export async function identify(
  host: HostName,
  tenantName: TenantName | null,
  credential: Credential | null,
): Promise<Caller> {
  if (host.zone === 'console') return identifyStaff(host, credential);
  if (!tenantName) return { ...nobody, host, permissions: new Set() };
  const hash = credential ? hashToken(credential.token) : null;
  const facts = await requestFacts<RequestFacts>(
    tenantName.slug,
    tenantName.host,
    hash,
    credential?.kind ?? 'browser',
  );
  if (!facts) return { ...nobody, host, permissions: new Set() };
  notePresence(facts);
  const caller = { ...nobody, ...facts, host };
  return { ...caller, permissions: rightsNow(caller) };
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

/** A token never carries more than its maker may do at this moment. */
function rightsNow(caller: Pick<Caller, 'membership' | 'roles' | 'token'>): ReadonlySet<string> {
  if (caller.membership?.state !== 'active') return new Set();
  const held = permissionsOf(caller.roles);
  const { token } = caller;
  return token ? new Set(token.scopes.filter((scope) => held.has(scope))) : held;
}
