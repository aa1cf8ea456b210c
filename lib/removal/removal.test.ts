import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MoveKeeper } from '@/db/moves/keep';
import { askForRemovals } from '@/db/removal/begin';
import { testTier } from '@/db/testing/tier';
import { invoke } from '@/lib/doors/callable';
import { openWorld, setStatus, type TestTenant, type World } from '@/lib/doors/testing';
import { digests, run } from '../archives/testing/run';
import { type Stocked, stockedTenant } from '../archives/testing/stocked';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { handlersOf } from '../operations/handlers';
import { copyOpener } from '../server/open-copy';
import { backupsProcedures } from '../tenancy/backups/procedures';

let world: World;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-removal-'));
  setFileStore(new LocalFolder(root));
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});

/** A tenant with rows, files, a backup, a custom host and people, whose time is over. */
async function leaving(): Promise<Stocked> {
  const tenant = await stockedTenant(world);
  await world.member(tenant, 'admin');
  await run(world, tenant, 'backup');
  const host = `${tenant.slug}.example`;
  await world.database.query(
    `with host as (insert into control.hosts (host, tenant_id) values ($2, $1)), used as (
       insert into control.usage_events (tenant_id, id, meter, quantity) values ($1, app.uuid7(), 'messages', 3))
     insert into control.domains (tenant_id, id, host, state, proof) values ($1, app.uuid7(), $2, 'live', 'x')`,
    [tenant.tenantId, host],
  );
  const told = 'update control.hoster_names set asked_at = now() where host = $1';
  await Promise.all([world.database.query(told, [host]), askToGo(tenant)]);
  return tenant;
}

const askToGo = ({ tenantId, slug }: TestTenant, due = `now() - interval '1 minute'`) =>
  world.database.query(
    `insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
     values ($1, $2, $3, $3, 'Olga', ${due})`,
    [tenantId, uuidv7(), slug],
  );

const deletionOf = async ({ tenantId }: TestTenant) =>
  (
    await world.database.query<{ state: string; removed: unknown }>(
      'select state, removed from control.deletions where tenant_id = $1',
      [tenantId],
    )
  )[0];

const tablesOf = (column: string) =>
  world.database.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = $1 and not a.attisdropped
     where c.relkind = 'r' and n.nspname in ('control', 'pooled', 'app') order by 1`,
    [column],
  );

/** Rows of a tenant in every table of the first server's shared database, by table. */
async function rowsOf({ tenantId }: TestTenant): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name } of await tablesOf('tenant_id')) {
    const [row] = await world.database.query<{ n: number; sum: string }>(
      `select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as sum
       from ${name} t where tenant_id = $1`,
      [tenantId],
    );
    if (row?.n) found[name] = `${row.n} ${row.sum}`;
  }
  return found;
}

describe('a removal', () => {
  it('leaves nothing of the tenant but that it was there, and what it used', async () => {
    const [tenant, neighbour] = [await leaving(), await leaving()];
    const [others, around] = [await digests(world, neighbour), await rowsOf(neighbour)];
    const { id, result } = await run(world, tenant, 'removal');
    expect(result).toMatchObject({ rows: expect.any(Number), files: 2, accounts: 1 });
    expect(result.rows).toBeGreaterThan(8);
    expect(Object.keys(await rowsOf(tenant))).toEqual(['control.deletions', 'control.usage_hours']);
    expect(await deletionOf(tenant)).toEqual({ state: 'removed', removed: result });
    for (const area of ['tenants', 'archives']) {
      expect(await readdir(join(root, area))).not.toContain(tenant.tenantId);
    }
    const [left] = await world.database.query(
      `select (select count(*)::int from control.tenants where id = $1) as tenants,
         (select count(*)::int from control.pools where id = $2) as pools,
         (select count(*)::int from control.users where pool_id = $2) as users,
         (select count(*)::int from pg_roles where rolname = $3) as roles,
         (select count(*)::int from pg_database where datname = $4) as databases,
         (select count(*)::int from pg_namespace where nspname = $5) as schemas`,
      [
        tenant.tenantId,
        tenant.poolId,
        tenant.home?.roleName ?? '',
        testTier() === 'database' ? tenant.home?.databaseName : '',
        testTier() === 'schema' ? tenant.home?.schemaName : '',
      ],
    );
    expect(left).toEqual({ tenants: 0, pools: 0, users: 0, roles: 0, databases: 0, schemas: 0 });
    // A name that it served stays closed for a while, says no more whose it was, and is given back.
    const names = await world.database.query(
      `select coalesce(h.tenant_id, former_id) as whose, serves, free_at > now() + interval '29 days' as closed,
         n.tenant_id is null and n.state = 'asked' as back
       from control.hosts h join control.hoster_names n using (host) where host = $1`,
      [`${tenant.slug}.example`],
    );
    expect(names).toEqual([{ whose: null, serves: false, closed: true, back: true }]);
    expect(await digests(world, neighbour)).toEqual(others);
    expect(await rowsOf(neighbour)).toEqual(around);
    expect((await run(world, tenant, 'removal', {}, { id })).result).toEqual({});
    expect((await world.tenant({ slug: tenant.slug })).slug).toBe(tenant.slug);
  });

  it('keeps accounts that have another tenant, and the directory they share', async () => {
    const tenant = await leaving();
    const sibling = await world.tenant({ poolId: tenant.poolId });
    const both = await world.member(tenant, 'basic');
    await world.member(sibling, 'basic', { email: both.email });
    expect((await run(world, tenant, 'removal')).result).toMatchObject({ accounts: 1 });
    const users = await world.database.query<{ email: string }>(
      'select email from control.users where pool_id = $1',
      [tenant.poolId],
    );
    expect(users).toEqual([{ email: both.email }]);
  });

  it('takes along what it granted and what was granted to it, and no other grant', async () => {
    const tenant = await leaving();
    const { poolId } = tenant;
    const [one, two] = [await world.tenant({ poolId }), await world.tenant({ poolId })];
    const grant = async (from: TestTenant, to: TestTenant) => {
      const id = uuidv7();
      await world.database.query(
        `insert into control.grants (tenant_id, id, pool_id, grantee_id, view, place_id, place_name,
           fields, reach, row_ids, roles, purpose, created_by_name, ends_at)
         values ($1, $2, $3, $4, 'collections.records', $2, 'X', '[]', 'rows', array[$2::uuid],
           '{admin}', 'X', 'X', now() + interval '1 day')`,
        [from.tenantId, id, poolId, to.tenantId],
      );
      await world.database.query(
        `insert into control.grant_answers (tenant_id, id, grantor_id, grant_id, state, roles,
           answered_by_name) values ($1, $2, $3, $2, 'accepted', '{admin}', 'X')`,
        [to.tenantId, id, from.tenantId],
      );
      return id;
    };
    await grant(tenant, one);
    await grant(two, tenant);
    const kept = await grant(one, two);
    await run(world, tenant, 'removal');
    expect(Object.keys(await rowsOf(tenant))).toEqual(['control.deletions', 'control.usage_hours']);
    const left = await world.database.query<{ id: string }>(
      `select id from control.grants where pool_id = $1
       union all select grant_id from control.grant_answers where tenant_id = any($2)`,
      [poolId, [one.tenantId, two.tenantId]],
    );
    expect(left).toEqual([{ id: kept }, { id: kept }]);
  });

  it('goes on after a crash at any step, and touches nobody else', async () => {
    const neighbour = await leaving();
    const [others, around] = [await digests(world, neighbour), await rowsOf(neighbour)];
    for (const failing of ['note 1', 'files', 'note 2'] as const) {
      const tenant = await leaving();
      const handler = handlersOf(
        world.database.servers,
        copyOpener(world.database.servers),
      ).removal;
      let progress = {};
      let notes = 0;
      const attempt = (dies: boolean) =>
        handler?.(
          {
            ...{ id: uuidv7(), kind: 'removal', input: {}, attempts: 1, askedBy: null },
            ...{ tenantId: tenant.tenantId, progress },
          },
          {
            signal: new AbortController().signal,
            note: async (noted) => {
              progress = noted;
              notes += 1;
              if (dies && failing === `note ${notes}`) throw new Error('killed');
            },
          },
        );
      if (failing === 'files') setFileStore(new Broken(root));
      await expect(attempt(true)).rejects.toThrow('killed');
      setFileStore(new LocalFolder(root));
      expect(await attempt(false)).toMatchObject({ accounts: 1, rows: expect.any(Number) });
      expect(await deletionOf(tenant)).toMatchObject({ state: 'removed' });
      expect(Object.keys(await rowsOf(tenant))).toHaveLength(2);
    }
    expect(await digests(world, neighbour)).toEqual(others);
    expect(await rowsOf(neighbour)).toEqual(around);
  });

  it('takes the copy with it that a move left at the old place', async () => {
    const tenant = await stockedTenant(world);
    const target = testTier() === 'schema' ? 'database' : 'schema';
    await world.database.query(
      `insert into control.moves (tenant_id, id, target_tier, target_shard_id, reason)
       select $1, $1, $2, id, 'a test' from control.shards limit 1`,
      [tenant.tenantId, target],
    );
    const keeper = new MoveKeeper(world.database.servers);
    await keeper.visit(() => undefined);
    await keeper.settled();
    const places = await world.database.query<{ role: string }>(
      `select unnest(array[source ->> 'roleName', target ->> 'roleName']) as role
       from control.moves where tenant_id = $1 and state = 'done'`,
      [tenant.tenantId],
    );
    expect(places).toHaveLength(2);
    await askToGo(tenant);
    await run(world, tenant, 'removal');
    expect(Object.keys(await rowsOf(tenant))).toEqual(['control.deletions']);
    const left = await world.database.query(
      `select 1 from control.homes where role_name = any($1)
       union all select 1 from pg_roles where rolname = any($1) and rolname like 'home_%'`,
      [places.map(({ role }) => role)],
    );
    expect(left).toEqual([]);
  });

  it('begins when the time is over and not before, nor after a change of mind', async () => {
    const early = await stockedTenant(world);
    await askToGo(early, `now() + interval '1 hour'`);
    const kept = await leaving();
    await world.database.query(
      `update control.deletions set state = 'cancelled' where tenant_id = $1`,
      [kept.tenantId],
    );
    const nobody = await stockedTenant(world);
    for (const tenant of [early, kept, nobody]) {
      const before = await rowsOf(tenant);
      await expect(run(world, tenant, 'removal')).rejects.toMatchObject({ code: 'precondition' });
      expect(await rowsOf(tenant)).toEqual(before);
    }
  });

  it('waits for a move, and for a tenant that is suspended', async () => {
    const [moving, suspended] = [await leaving(), await leaving()];
    await world.database.query(
      `insert into control.moves (tenant_id, id, target_tier, target_shard_id, reason)
       select $1, $1, 'schema', id, 'a test' from control.shards limit 1`,
      [moving.tenantId],
    );
    await expect(run(world, moving, 'removal')).rejects.toMatchObject({ code: 'unavailable' });
    await setStatus(suspended, 'suspended');
    await expect(run(world, suspended, 'removal')).rejects.toMatchObject({ code: 'precondition' });
    expect(await askedFor(moving, suspended)).toEqual([]);
    await world.database.query(
      `update control.moves set state = 'abandoned', finished_at = now() where tenant_id = $1`,
      [moving.tenantId],
    );
    expect(await askedFor(moving, suspended)).toEqual([moving.tenantId]);
    expect(await askedFor(moving, suspended)).toEqual([moving.tenantId]);
    await run(world, moving, 'removal');
  });

  it('shuts the doors before it takes anything', async () => {
    const tenant = await leaving();
    const admin = await world.member(tenant, 'admin');
    setFileStore(new Broken(root));
    await expect(run(world, tenant, 'removal')).rejects.toThrow('killed');
    setFileStore(new LocalFolder(root));
    const asked = invoke(backupsProcedures.list, {}, admin.call());
    await expect(asked).rejects.toMatchObject({ code: 'precondition' });
  });
});

/** Which of these the operator is asked to remove. */
async function askedFor(...tenants: TestTenant[]) {
  await askForRemovals(world.database.servers, 100);
  const asked = await world.database.query<{ id: string }>(
    `select tenant_id as id from control.operations where kind = 'removal' and tenant_id = any($1)`,
    [tenants.map(({ tenantId }) => tenantId)],
  );
  return asked.map(({ id }) => id);
}

class Broken extends LocalFolder {
  override async removeAll(): Promise<never> {
    throw new Error('killed');
  }
}
