import { sql } from 'drizzle-orm';
import { wireFor } from './client';
import { lookUp } from './control';
import { isDbError } from './errors';
import type { Home, HomeTier, Place } from './homes/home';
import { pooledRole } from './policies';
import type { Tier } from './schema/control';

/*
 * The handful of look-ups before a tenant or user is known. Each is one narrow function of the
 * database; the shapes are those of db/sql/control.ts. All throw `DbError`.
 */

/** Tenant of a host with session, user, membership and roles of the presented credential. */
export async function requestFacts<T>(
  slug: string | null,
  host: string,
  tokenHash: string | null,
  kind: 'browser' | 'api',
): Promise<T | null> {
  const [row] = await lookUp<{ facts: T | null }>(
    sql`select control.request_facts(${slug}, ${host}, ${tokenHash}, ${kind}) as facts`,
  );
  return row?.facts ?? null;
}

/** Staff member behind a console session (`browser`) or command-line token (`token`). */
export async function staffFacts<T>(
  tokenHash: string,
  kind: 'browser' | 'token',
): Promise<T | null> {
  const [row] = await lookUp<{ facts: T | null }>(
    sql`select control.staff_facts(${tokenHash}, ${kind}) as facts`,
  );
  return row?.facts ?? null;
}

export interface StaffAccount {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

export async function findStaffByEmail(emailKey: string): Promise<StaffAccount | null> {
  const [row] = await lookUp<{ account: StaffAccount | null }>(
    sql`select control.staff_by_email(${emailKey}) as account`,
  );
  return row?.account ?? null;
}

/** Directory entry of a host, as middleware carries it, plus the published CSS. */
export async function findHostEntry<T>(slug: string | null, host: string): Promise<T | null> {
  const [row] = await lookUp<{ entry: T | null }>(
    sql`select control.host_entry(${slug}, ${host}) as entry`,
  );
  return row?.entry ?? null;
}

/** The same with what is said of the flags that are named, as caches of the directory ask for it. */
export async function findDirectoryEntry<T>(
  { slug, host }: { slug: string | null; host: string },
  flags: readonly string[],
): Promise<T | null> {
  const [row] = await lookUp<{ entry: T | null }>(
    sql`select control.directory_entry(${slug}, ${host}, ${listOf(flags)}) as entry`,
  );
  return row?.entry ?? null;
}

/** Keys of directory entries changed since a horizon, and the next horizon. */
export async function directoryChangesSince(
  horizon: number,
): Promise<{ horizon: number; keys: string[] }> {
  const [row] = await lookUp<{ changes: { horizon: number; keys: string[] } }>(
    sql`select control.directory_changes_since(${horizon}) as changes`,
  );
  return row?.changes ?? { horizon, keys: [] };
}

export async function isSlugTaken(slug: string): Promise<boolean> {
  const [row] = await lookUp<{ taken: boolean }>(sql`select control.slug_taken(${slug}) as taken`);
  return row?.taken ?? true;
}

/** A tenant the user belongs to, as the switcher lists it. */
export interface UserTenant {
  id: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended';
  primaryHost: string | null;
  roles: { id: string; key: string; name: string; builtIn: boolean; permissions: string[] }[];
}

export async function tenantsOfUser(userId: string): Promise<UserTenant[]> {
  const [row] = await lookUp<{ tenants: UserTenant[] }>(
    sql`select control.tenants_of_user(${userId}::uuid) as tenants`,
  );
  return row?.tenants ?? [];
}

/**
 * Counts a guess under `key`; answers how many seconds to wait, 0 to go ahead. Atomic.
 * The key must be a hash: it is stored as it is.
 */
export async function countAttempt(
  key: string,
  limit: number,
  windowSeconds: number,
): Promise<number> {
  const [row] = await lookUp<{ wait: number }>(
    sql`select control.count_attempt(${key}, ${limit}::int, ${windowSeconds}::int) as wait`,
    'write',
  );
  return row?.wait ?? 0;
}

export async function forgetAttempts(key: string): Promise<void> {
  await lookUp(sql`select control.forget_attempts(${key})`, 'write');
}

/** What to look for, and which connections are known not to answer. */
export interface PlaceWish {
  /** Name of one shard, or null for the one with most room. */
  shard: string | null;
  except: readonly string[];
}

/**
 * Takes an empty schema or database from the stock, for a tenant whose id is the home's; null when
 * none stands ready. Without a placement it falls back to the operator after ten minutes. */
export async function takeHome(
  tier: HomeTier,
  { shard, except }: PlaceWish = anywhere,
): Promise<Home | null> {
  const [row] = await lookUp<{ home: Home | null }>(
    sql`select control.take_home(${tier}, ${shard}, ${listOf(except)}) as home`,
    'write',
  );
  return row?.home ?? null;
}

const anywhere: PlaceWish = { shard: null, except: [] };

const listOf = (texts: readonly string[]) => sql`${sql.param([...texts])}::text[]`;

/** The shard whose shared tables take the next tenant; null when none does. */
export async function shardFor(
  tier: Tier,
  { shard, except }: PlaceWish = anywhere,
): Promise<{ shardId: string; connection: string } | null> {
  const [row] = await lookUp<{ found: { shardId: string; connection: string } | null }>(
    sql`select control.shard_for(${tier}, ${shard}, ${listOf(except)}) as found`,
  );
  return row?.found ?? null;
}

/** Gives back a home in which no tenant was opened after all. */
export async function returnHome({ id }: Home): Promise<void> {
  await lookUp(sql`select control.return_home(${id}::uuid)`, 'write');
}

/**
 * Writes a tenant's place in a shard's shared tables, ahead of the control plane. Safe to repeat;
 * one that no tenant claims is swept away by the operator after ten minutes.
 */
export async function placePooled(
  { shardId, connection }: { shardId: string; connection: string },
  tenantId: string,
): Promise<Place> {
  const statement = { text: 'select app.place_pooled($1)', values: [tenantId] };
  const [result] = await wireFor({ login: 'app', shard: connection }).run([statement]);
  const databaseName = String(result?.rows[0]?.[0]);
  const where = { databaseName, schemaName: 'pooled', roleName: pooledRole };
  return { shardId, connection, tier: 'pooled', ...where };
}

/** Tenants with a home on a server, in the order of their ids, from behind `after`. Worker only. */
export async function dedicatedTenants(
  connection: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await lookUp<{ id: string }>(
    sql`select control.dedicated_tenants(${connection}, ${after}::uuid, ${limit}::int) as id`,
  );
  return rows.map((row) => row.id);
}

/**
 * Tenants with jobs due in the control plane's outbox, in the order of their ids, from behind `after`.
 * Worker only.
 */
export async function waitingInControl(after: string | null, limit: number): Promise<string[]> {
  const rows = await lookUp<{ id: string }>(
    sql`select control.waiting_tenants(${after}::uuid, ${limit}::int) as id`,
  );
  return rows.map((row) => row.id);
}

/** The same for the shared tables of a server, counting only those who live there. */
export async function waitingOn(
  connection: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const wire = wireFor({ login: 'app', shard: connection });
  const ids = async (text: string, values: (string | number | null)[]) => {
    const [result] = await wire.run([{ text, values }]);
    return result?.rows.map(([id]) => String(id)) ?? [];
  };
  try {
    return await ids('select app.waiting_tenants($1, $2)', [after, limit]);
  } catch (error) {
    if (!isDbError(error) || error.code !== undefinedFunction) throw error;
    // A server that is behind knows the function of the last release.
    const all = await ids('select app.waiting_tenants($1)', [mostOnBehind]);
    return all
      .sort()
      .filter((id) => after === null || id > after)
      .slice(0, limit);
  }
}

const undefinedFunction = '42883';
const mostOnBehind = 10_000;

/** How much each of these tenants' jobs weigh beside those of others. Worker only. */
export async function queueWeights(tenantIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await lookUp<{ id: string; weight: number }>(
    sql`select id, weight from control.queue_weights(${sql.param([...tenantIds])}::uuid[])`,
  );
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}

/** Parked jobs that staff want tried again. Worker only. */
export const parkedToRetry = (limit: number): Promise<{ tenantId: string; id: string }[]> =>
  lookUp(sql`select tenant_id as "tenantId", id from control.parked_to_retry(${limit}::int)`);
