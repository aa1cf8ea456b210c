import type { RoleFact } from '../access/rights';
import type { TeamFacts } from '../access/teams/facts';
import type { Overrides } from '../billing/overrides';
import type { PlanFacts } from '../billing/terms';
import type { FlagFacts } from '../tenancy/flags/evaluate';
import type { HostName } from '../tenancy/hosts';

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
  /** Operations that some webhook of its waits for; `*` for all. */
  eventKinds: string[];
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

export interface SessionFacts {
  id: string;
  loginId: string;
  kind: 'browser' | 'api';
  lastSeenAt: string;
  /** Whether the person proved who they are in the last 15 minutes. */
  fresh: boolean;
  /** Whether they proved it with a second factor. */
  secondFactor: boolean;
  /** Whether the tenant's identity provider opened it, which speaks for nothing else in the pool. */
  confined: boolean;
  /** Whether it came by the provider of a tenant, its own or one it was handed on from. */
  throughProvider: boolean;
  /** Whether a short-lived JWT named it, which opens no door of its own. */
  byAccessToken?: boolean;
  /** Until when they may stay without one, and whether that is over; null where none is asked. */
  secondFactorBy: string | null;
  secondFactorDue: boolean;
}

/** A client of the tenant's own, which acts by a token of the workspace and for nobody. */
interface ClientFacts {
  id: string;
  name: string;
  /** Name of who made its present token. */
  madeBy: string;
}

/** Who asks, where, and with which rights, as the database says it now. */
export interface Caller {
  host: HostName;
  tenant: TenantFacts | null;
  user: UserFacts | null;
  membership: { id: string; state: 'active' | 'suspended' | 'unclaimed' } | null;
  roles: RoleFact[];
  /** Null for who is in no team and has no role over one. */
  teams: TeamFacts | null;
  session: SessionFacts | null;
  token: { id: string; scopes: string[] } | null;
  /** Beside a token of the workspace; then there is no user. */
  client: ClientFacts | null;
  staff: StaffFacts | null;
  permissions: ReadonlySet<string>;
  /** Addresses and networks members come from; none for anywhere. */
  networks: string[];
  /** Ways to sign in that the tenant has switched off. */
  methodsOff: string[];
  /** What is said of flags here: see `flagsOf`. */
  flags: FlagFacts;
  /** What the tenant is on; null for everything, without limits. */
  plan: PlanFacts | null;
  /** What staff say of its limits, beside its plan. */
  overrides: Overrides;
}

export interface Credential {
  kind: 'browser' | 'api';
  token: string;
}

/** The request's facts as the look-up function returns them. */
export type RequestFacts = Pick<Caller, 'tenant'> & Partial<Omit<Caller, 'host' | 'tenant'>>;

/** Which tenant a request names: by slug, by custom host, or `id:{uuid}` as a host. */
export interface TenantName {
  slug: string | null;
  host: string;
}
