import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type PlaceWish, shardFor, takeHome } from '../directory';
import type { Home, HomeTier } from '../homes/home';
import { onControl, prepareHome, type Shard } from '../homes/prepare';
import { connectTimeoutMs, onServer, operatorUrl, type Servers } from '../homes/servers';
import { dropHomeOf, findHome, type Opening } from './opening';

const answerMs = 2 * connectTimeoutMs;

/** Where a tenant can be opened: a home that stands ready, or a shard on which one is built. */
export interface Choice extends Shard {
  /** Name of the shard. */
  name: string;
  ready: Home | null;
}

/** A home from the stock if any shard has one, else the shard with most room; null when none has. */
export async function choosePlace(
  servers: Servers,
  tier: HomeTier,
  wish: PlaceWish,
): Promise<Choice | null> {
  const ready = await takeHome(tier, wish);
  const found = ready ?? (await shardFor(tier, wish));
  if (!found) return null;
  const { shardId: id, connection } = found;
  return { id, connection, ready, name: await nameOf(servers, id) };
}

/** The home that an earlier try left whole; what it left in pieces is taken down. */
export async function resumeHome(servers: Servers, opening: Opening): Promise<Home | null> {
  const home = opening.homeId && (await findHome(servers, opening.homeId));
  if (!home) return null;
  if (home.state === 'taken') return home;
  // Its server may be away: then it is taken down with the stock's, and another is built elsewhere.
  await dropHomeOf(servers, opening).catch(() => undefined);
  return null;
}

/** The id that the next home will have: noted before it is built, so that no crash can hide it. */
export const nextHomeId = uuidv7;

/** Builds a home, under an id noted before. */
export const buildHome = (
  servers: Servers,
  shard: Shard,
  { id, tier }: { id: string; tier: HomeTier },
): Promise<Home> => prepareHome(servers, shard, { id, tier, state: 'taken' });

/** Names the tenant that will live in a home, in the home's own database. Safe to repeat. */
export async function nameTenant(servers: Servers, home: Home, tenantId: string): Promise<void> {
  const { connection, databaseName, schemaName, roleName } = home;
  const name = (client: pg.Client) =>
    client.query(
      `with gone as (delete from app.placements where role_name = $3 and tenant_id <> $1)
       insert into app.placements (tenant_id, schema_name, role_name) values ($1, $2, $3)
       on conflict (tenant_id) do nothing`,
      [tenantId, schemaName, roleName],
    );
  await onServer(operatorUrl(servers, connection, databaseName), name, { answerMs });
}

/** How many of these jobs a tenant in a home was given, and how many have run. */
export async function jobsRun(
  servers: Servers,
  { home, tenantId, jobs }: { home: Home; tenantId: string; jobs: readonly string[] },
): Promise<{ asked: number; ran: number }> {
  const ids = await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      'select id from control.outbox where tenant_id = $1 and job = any($2)',
      [tenantId, jobs],
    );
    return rows.map(({ id }) => id);
  });
  if (ids.length === 0) return { asked: 0, ran: 0 };
  const url = operatorUrl(servers, home.connection, home.databaseName);
  const { rows } = await onServer(url, (client) =>
    client.query<{ n: number }>(
      `select count(*)::int as n from "${home.schemaName}".job_runs
       where tenant_id = $1 and id = any($2::uuid[])`,
      [tenantId, ids],
    ),
  );
  return { asked: ids.length, ran: rows[0]?.n ?? 0 };
}

const nameOf = (servers: Servers, id: string) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<{ name: string }>(
      'select name from control.shards where id = $1',
      [id],
    );
    return rows[0]?.name ?? '';
  });
