import type { ControlDb } from '@/db/control';
import type { Place } from '@/db/homes/home';
import type { TenantDb } from '@/db/tenant';
import type { OpenGrant } from '../access/grants/facts';
import type { Permission } from '../access/permissions';
import type { Flags } from '../tenancy/flags/flags-of';
import type { HousingWish } from '../tenancy/housed';
import type { Asker, ReservedIds } from '../tenancy/opening/ticket';
import type { DoorCall } from './call';
import type { Caller, StaffFacts, TenantFacts } from './caller';
import type { OtherPool } from './other-pool';
import type { Plane } from './spec';

export interface Actor {
  kind: 'user' | 'token' | 'client' | 'staff' | 'job' | 'anonymous';
  /** Of the user, of staff or of a client of the tenant; null for anonymous. */
  id: string | null;
  name: string;
}

/** Ids of a tenant that is being founded. */
export interface NewTenant {
  tenantId: string;
  poolId: string;
  /** Where its data will live. */
  place: Place;
}

interface BaseCtx {
  call: DoorCall;
  caller: Caller;
  actor: Actor;
  requestId: string;
  can(permission: Permission): boolean;
  /** Flags as they are for who calls. */
  flags: Flags;
  /** Names what this call is about, for the audit trail; detail must hold no secret. */
  about(kind: string, id: string | null, detail?: Record<string, unknown>): void;
}

/** One tenant of the signed-in person, as it is for them there. Read-only. */
export interface CtxThere {
  db: TenantDb;
  tenant: TenantFacts;
  /** With the roles and rights that the person has in that tenant. */
  caller: Caller;
  actor: Actor;
  can(permission: Permission): boolean;
}

/** A tenant of the signed-in person, with what stands on its door. */
export interface OwnPlace {
  id: string;
  slug: string;
  name: string;
  /** Colour of its published looks. */
  color: string | null;
  isHere: boolean;
}

/**
 * What was read of one place: `closed` where its own rules of sign-in ask for more than the present
 * session has proven, `failed` where it did not answer.
 */
export type Sighting<T> = OwnPlace & ({ state: 'read'; value: T } | { state: 'closed' | 'failed' });

export interface Sightings<T> {
  /** This tenant first, the others by name. */
  places: Sighting<T>[];
  /** True when the person belongs to more tenants than were asked. */
  more: boolean;
}

/** The plane of a tenant that gave a grant, read-only, and what the grant opens of it. */
export interface Granted {
  db: TenantDb;
  grant: OpenGrant;
}

interface OfTenant {
  tenant: TenantFacts;
  /** Facts about this tenant in the control plane, read-only. */
  readControl<T>(read: (db: ControlDb) => Promise<T>): Promise<T>;
  /** Rows of this tenant's own plane, read-only. */
  readTenant<T>(read: (db: TenantDb) => Promise<T>): Promise<T>;
  /**
   * Reads from every active tenant of this pool that the signed-in person belongs to, with their
   * rights there. A token is bound to its tenant and reads from that one alone.
   */
  readTenants<T>(read: (there: CtxThere) => Promise<T>): Promise<Sightings<T>>;
  /**
   * Reads rows of another tenant of this pool by what it granted to a role of the signed-in person,
   * and notes that in the trails of both. Throws `not_found` where the grant opens nothing to them
   * now, `unavailable` where that tenant does not answer.
   */
  readGranted<T extends { rows: readonly unknown[] }>(
    grantId: string,
    read: (there: Granted) => Promise<T>,
  ): Promise<T>;
}

interface Handle<Db> {
  /** Reads: each await is one round trip. Writes: inside the transaction that is also audited. */
  db: Db;
  /** For verbs that work in steps: one audited transaction. */
  transact<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

export interface TenantCtx extends BaseCtx, OfTenant, Handle<TenantDb> {}
export interface ControlCtx extends BaseCtx, OfTenant, Handle<ControlDb> {}
export interface PoolCtx extends BaseCtx, OfTenant, Handle<ControlDb> {
  /**
   * The other identity pool of this tenant's join: the one offered, or the one it left. Throws
   * `not_found` where none is offered or under way, or, with an id, where that one has not ended.
   */
  otherPool(endedId?: string): Promise<OtherPool>;
}

export interface PlatformCtx extends BaseCtx, Handle<ControlDb> {
  staff: StaffFacts;
  /** Figures of one tenant's own plane, read-only; the entry stands in the record of staff access. */
  measureTenant<T>(tenantId: string, measure: (db: TenantDb) => Promise<T>): Promise<T>;
}

export interface OpenCtx extends BaseCtx {
  tenant: TenantFacts | null;
  /**
   * Opens the scope of a tenant that does not exist yet; in `poolId` when it joins a shared pool.
   * Throws `unavailable` when no shard takes a tenant of that tier.
   */
  founding<T>(
    work: (db: ControlDb, ids: NewTenant) => Promise<T>,
    options?: { poolId?: string } & Partial<HousingWish>,
  ): Promise<T>;
  /** Writes what a tenant needs that the operator will open, under ids made here; in `poolId` as above. */
  reserve<T>(
    work: (db: ControlDb, ids: ReservedIds, asker: Asker) => Promise<T>,
    poolId?: string,
  ): Promise<T>;
  /** Enters the scope of a tenant that is being opened, with its ticket. Throws `not_found`. */
  reserved<T>(
    ticket: string,
    work: (db: ControlDb, ids: ReservedIds) => Promise<T>,
    options?: { write: boolean },
  ): Promise<T>;
  /** Acts as a member of staff whose password was just verified. */
  asStaff<T>(staffId: string, reason: string, work: (db: ControlDb) => Promise<T>): Promise<T>;
}

export interface CtxByPlane {
  tenant: TenantCtx;
  control: ControlCtx;
  pool: PoolCtx;
  platform: PlatformCtx;
  none: OpenCtx;
}

export type CtxOf<P extends Plane> = CtxByPlane[P];
