import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withSnapshot } from '@/db/archive/snapshot';
import { prepareHome } from '@/db/homes/prepare';
import type { Servers } from '@/db/homes/servers';
import { setTestTier } from '@/db/testing/tier';
import { openShardWorld, type ShardWorld } from '../../scripts/testing/shard-world';
import { type Stocked, stockedTenant } from '../archives/testing/stocked';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { removing } from './remove';

let house: ShardWorld;
let servers: Servers;
let root: string;
beforeAll(async () => {
  // Those who stand beside them share tables, whichever tier the others of this run have.
  setTestTier('pooled');
  root = await mkdtemp(join(tmpdir(), 'rowhouse-removal-'));
  setFileStore(new LocalFolder(root));
  house = await openShardWorld();
  const { servers: own } = house.world.database;
  servers = { ...own, urls: { ...own.urls, second: house.second.urlOf('rowhouse_operator') } };
  await house.world.database.query(
    `update control.shards set state = case when connection = 'second' then 'open' else 'closed' end`,
  );
});
afterAll(async () => {
  await house?.end();
  await rm(root, { recursive: true, force: true });
});

const onSecond = async <T>(text: string, values: unknown[]) => {
  const client = new pg.Client({ connectionString: house.second.adminUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
};

async function remove({ tenantId, slug }: Stocked) {
  await house.world.database.query(
    `insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
     values ($1, $2, $3, $3, 'Olga', now() - interval '1 minute')`,
    [tenantId, uuidv7(), slug],
  );
  const operation = { id: uuidv7(), kind: 'removal', input: {}, attempts: 1, askedBy: null };
  const hold = { signal: new AbortController().signal, note: async () => undefined };
  return await removing(servers)({ ...operation, tenantId, progress: {} }, hold);
}

const digestsOf = ({ tenantId }: Stocked) =>
  withSnapshot(servers, tenantId, (snapshot) => snapshot.digests());

/** Rows of a tenant in every table of the second server's shared database. */
async function rowsOf({ tenantId }: Stocked): Promise<Record<string, number>> {
  const tables = await onSecond<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = $1 and not a.attisdropped
     where c.relkind = 'r' and n.nspname in ('pooled', 'app')`,
    ['tenant_id'],
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await onSecond<{ n: number }>(
      `select count(*)::int as n from ${name} where tenant_id = $1`,
      [tenantId],
    );
    if (row?.n) found[name] = row.n;
  }
  return found;
}

it('leaves nothing of a tenant on another server, and touches no neighbour there', async () => {
  const tenant = await stockedTenant(house.world);
  const neighbour = await stockedTenant(house.world);
  expect((await rowsOf(tenant))['pooled.records']).toBe(5);
  const [others, around] = [await digestsOf(neighbour), await rowsOf(neighbour)];
  expect(await remove(tenant)).toMatchObject({ files: 1, rows: expect.any(Number) });
  expect(await rowsOf(tenant)).toEqual({});
  expect(await readdir(join(root, 'tenants'))).toEqual([neighbour.tenantId]);
  const left = await house.world.database.query(
    `select 1 from control.tenants where id = $1 union all
     select 1 from control.placements where tenant_id = $1`,
    [tenant.tenantId],
  );
  expect(left).toEqual([]);
  expect(await digestsOf(neighbour)).toEqual(others);
  expect(await rowsOf(neighbour)).toEqual(around);
});

it.each(['schema', 'database'] as const)('takes a %s down that stood there', async (tier) => {
  const neighbour = await stockedTenant(house.world);
  const others = await digestsOf(neighbour);
  const shard = { id: house.shardIdOf('second'), connection: 'second' };
  const home = await prepareHome(servers, shard, { tier });
  setTestTier(tier);
  const tenant = await stockedTenant(house.world).finally(() => setTestTier('pooled'));
  expect(tenant.home?.roleName).toBe(home.roleName);
  expect(await remove(tenant)).toMatchObject({ files: 1 });
  const left = await onSecond(
    `select datname from pg_database where datname = $1 union all
     select nspname from pg_namespace where nspname = $1 union all
     select rolname from pg_roles where rolname = $1`,
    [home.roleName],
  );
  expect(left).toEqual([]);
  expect(await digestsOf(neighbour)).toEqual(others);
});
