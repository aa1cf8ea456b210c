import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../archives/testing/run';
import { invoke } from '../../doors/callable';
import { runJob } from '../../doors/job';
import type { TestTenant } from '../../doors/testing';
import { setFileStore } from '../../files/file-store';
import { LocalFolder } from '../../files/local-folder';
import { tenantsProcedures } from '../../platform/tenants/procedures';
import { signInProcedures } from '../sign-in-procedures';
import { mailsTo, runJobs, testPassword } from '../testing';
import { openCampus, visitor } from './testing/campus';

let stage: Awaited<ReturnType<typeof openCampus>>;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-pools-'));
  setFileStore(new LocalFolder(root));
  stage = await openCampus();
});
afterAll(async () => {
  await stage.world.end();
  await rm(root, { recursive: true, force: true });
});

/** A collection in which one person is named wherever somebody can be. */
async function nameEverywhere(tenant: TestTenant, userId: string) {
  await stage.world.rowsOf(
    tenant,
    `with c as (insert into collections (tenant_id, id, name, created_by)
       values ($1, app.uuid7(), 'Lessons', $2) returning id),
     f as (insert into fields (tenant_id, id, collection_id, key, name, type, slot, default_value)
       select $1, app.uuid7(), id, 'who', 'Who', 'person', 't1', to_jsonb($3::text) from c),
     v as (insert into views (tenant_id, id, collection_id, name, kind, owner_id, state, created_by)
       select $1, app.uuid7(), id, 'Mine', 'grid', $2,
         jsonb_build_object('filter', jsonb_build_array($3::text)), $2 from c),
     r as (insert into records (tenant_id, id, collection_id, data, t1, created_by, deleted_at)
       select $1, app.uuid7(), c.id, jsonb_build_object('who', $3::text), $3::text, $2, at
       from c, unnest(array[null, now()]) at returning id, deleted_at)
     insert into record_comments (tenant_id, id, record_id, body, created_by)
     select $1, app.uuid7(), id, 'Ask @[' || $3 || ']', $2 from r where deleted_at is null`,
    [tenant.tenantId, userId, userId],
  );
}

/** How often an account is named in the rows of a tenant. */
async function namings(tenant: TestTenant, userId: string): Promise<number> {
  const tables = ['collections', 'fields', 'views', 'records', 'record_comments'];
  const all = tables.map(
    (name) => `select to_jsonb(t)::text as row from ${name} t where tenant_id = $1`,
  );
  const [found] = await stage.world.rowsOf<{ n: number }>(
    tenant,
    `select coalesce(sum((length(row) - length(replace(row, $2, ''))) / 36), 0)::int as n
     from (${all.join(' union all ')}) rows`,
    [tenant.tenantId, userId],
  );
  return found?.n ?? -1;
}

it('is everything that names a person, once, and again after a restore', async () => {
  const { tenant, begin } = await stage.joined();
  const bob = await stage.person(tenant);
  await stage.person(tenant);
  await nameEverywhere(tenant, bob.userId);
  const { id: archiveId } = await run(stage.world, tenant, 'backup');
  await begin();
  const shared = await stage.person(stage.campus);
  const before = await namings(tenant, bob.userId);
  await stage.finish(tenant, await stage.claimOf(tenant, bob, shared));
  // What tenant rows say follows, however often it is tried.
  expect(await namings(tenant, bob.userId)).toBe(before);
  await runJobs(stage.world);
  expect(await namings(tenant, bob.userId)).toBe(0);
  expect(await namings(tenant, shared.userId)).toBe(before);
  const again = { formerUserId: bob.userId, newUserId: shared.userId };
  await runJob({
    tenantId: tenant.tenantId,
    plane: 'control',
    outboxId: uuidv7(),
    job: 'collections.bringOver',
    input: again,
  });
  expect(await namings(tenant, shared.userId)).toBe(before);

  await run(stage.world, tenant, 'restore.in_place', { archiveId });
  expect(await namings(tenant, bob.userId)).toBe(before);
  await runJobs(stage.world);
  expect(await namings(tenant, bob.userId)).toBe(0);
  expect(await namings(tenant, shared.userId)).toBe(before);
});

it('is nothing of an attempt that broke off, and the next one ends it', async () => {
  const { tenant, begin } = await stage.joined();
  const bob = await stage.person(tenant);
  await begin();
  const shared = await stage.person(stage.campus);
  const claim = await stage.claimOf(tenant, bob, shared);
  const { query } = stage.world.database;
  await query(
    `create function control.break_off() returns trigger language plpgsql as $$
     begin raise exception 'the line broke'; end $$`,
  );
  await query(
    `create trigger break_off before insert on control.one_time_tokens
     for each row execute function control.break_off()`,
  );
  await expect(stage.finish(tenant, claim)).rejects.toThrow();
  await query('drop trigger break_off on control.one_time_tokens');
  expect(
    await query('select state from control.memberships where tenant_id = $1 and user_id = $2', [
      tenant.tenantId,
      bob.userId,
    ]),
  ).toEqual([{ state: 'unclaimed' }]);
  expect(
    await query('select id from control.pool_arrivals where former_user_id = $1', [bob.userId]),
  ).toEqual([]);
  await expect(stage.finish(tenant, claim)).resolves.toMatchObject({ ticket: expect.any(String) });
});

it('is opened inside a shared pool for the account that the owner has there', async () => {
  const owner = await stage.person(stage.campus);
  const open = (slug: string, email: string) =>
    invoke(
      tenantsProcedures.create,
      {
        ...{
          name: 'Second campus',
          slug,
          content: 'empty' as const,
          sharedPoolId: stage.campus.poolId,
        },
        ...{ owner: { name: 'Olga', email }, reason: 'They asked for it' },
      },
      stage.asStaff(),
    );
  const slug = `s-${uuidv7().slice(-12)}`;
  await open(slug, owner.email);
  await runJobs(stage.world);
  expect((await mailsTo(stage.world, owner.email))[0]?.text).toContain('/sign-in');
  const place = { ...stage.campus, slug, host: `${slug}.rowhouse.localhost` };
  const typed = { email: owner.email, password: testPassword };
  const { withPassword } = signInProcedures.signIn;
  await expect(invoke(withPassword, typed, visitor(place))).resolves.toMatchObject({
    token: expect.any(String),
  });
  const newcomer = `new-${uuidv7().slice(-12)}@example.com`;
  await open(`n-${uuidv7().slice(-12)}`, newcomer);
  expect(
    await stage.world.database.query('select pool_id from control.users where email = $1', [
      newcomer,
    ]),
  ).toEqual([{ pool_id: stage.campus.poolId }]);
  const { tenant } = await stage.school();
  await expect(
    invoke(
      tenantsProcedures.create,
      {
        ...{ name: 'Third', slug: `p-${uuidv7().slice(-12)}`, content: 'empty' as const },
        ...{ sharedPoolId: tenant.poolId, reason: 'They asked for it' },
        owner: { name: 'Olga', email: newcomer },
      },
      stage.asStaff(),
    ),
  ).rejects.toMatchObject({ fields: { sharedPoolId: expect.any(String) } });
});
