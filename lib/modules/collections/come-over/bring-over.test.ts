import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type World } from '@/lib/doors/testing';
import { mailsTo, runJobs } from '@/lib/identity/testing';
import { recordProcedures } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

const bringOver = (formerUserId: string, newUserId: string) =>
  runJob({
    tenantId: actors.tenant.tenantId,
    plane: 'tenant',
    outboxId: uuidv7(),
    job: 'collections.bringOver',
    input: { formerUserId, newUserId },
  });

it('gives one person’s records to their new account, once, and leaves all others alone', async () => {
  const { admin, basic, guest } = actors;
  const { id: collectionId, fields } = await mintCollection(admin, 'Lessons', [
    { name: 'Teacher', type: 'person' },
  ]);
  const key = fields.Teacher?.key ?? '';
  const make = async (member: typeof admin, teacher: string) => {
    const data = { [key]: teacher };
    return await invoke(recordProcedures.create, { collectionId, data }, member.call());
  };
  const theirs = await make(basic, basic.userId);
  const other = await make(admin, admin.userId);
  const look = async (recordId: string) =>
    await invoke(recordProcedures.get, { collectionId, recordId }, admin.call());
  const before = await look(other.id);
  await bringOver(basic.userId, guest.userId);
  const after = await look(theirs.id);
  expect(after).toMatchObject({ createdBy: guest.userId, data: { [key]: guest.userId } });
  expect(await look(other.id)).toEqual(before);
  await bringOver(basic.userId, guest.userId);
  expect(await look(theirs.id)).toEqual(after);
});

it('goes page by page, and what broke off goes on where it stood', async () => {
  const { admin, basic, guest, tenant } = actors;
  const { id: collectionId, fields } = await mintCollection(admin, 'Shifts', [
    { name: 'Who', type: 'person' },
  ]);
  const key = fields.Who?.key ?? '';
  const count = 2_100;
  await world.rowsOf(
    tenant,
    `insert into records (tenant_id, id, collection_id, data, created_by)
     select $1, app.uuid7(), $2, jsonb_build_object($3::text, $4::text), $4::uuid
     from generate_series(1, $5::int)`,
    [tenant.tenantId, collectionId, key, basic.userId, count],
  );
  // As it stands where an attempt got through the first page only.
  await world.rowsOf(
    tenant,
    `update records set data = jsonb_build_object($3::text, $4::text), created_by = $4::uuid
     where tenant_id = $1 and id in (select id from records
       where tenant_id = $1 and collection_id = $2 order by id limit 700)`,
    [tenant.tenantId, collectionId, key, guest.userId],
  );
  await bringOver(basic.userId, guest.userId);
  const [found] = await world.rowsOf<{ named: number; made: number; turns: number }>(
    tenant,
    `select count(*) filter (where data ->> $3 = $4)::int as named,
       count(*) filter (where created_by = $4::uuid)::int as made,
       count(distinct xmin::text)::int as turns
     from records where tenant_id = $1 and collection_id = $2`,
    [tenant.tenantId, collectionId, key, guest.userId],
  );
  expect(found).toMatchObject({ named: count, made: count });
  expect(found?.turns).toBeGreaterThan(2);
});

it('leaves a record alone whose place another one has taken, and tells admins', async () => {
  const { admin, basic, guest } = actors;
  const { id: collectionId, fields } = await mintCollection(admin, 'Lockers', [
    { name: 'Holder', type: 'person', unique: true },
    { name: 'Cleaner', type: 'person' },
  ]);
  const [holder = '', cleaner = ''] = [fields.Holder?.key, fields.Cleaner?.key];
  const make = async (data: Record<string, string>) =>
    await invoke(recordProcedures.create, { collectionId, data }, admin.call());
  const theirs = await make({ [holder]: basic.userId, [cleaner]: basic.userId });
  const first = await make({ [holder]: guest.userId });
  await bringOver(basic.userId, guest.userId);
  const look = async (recordId: string) =>
    await invoke(recordProcedures.get, { collectionId, recordId }, admin.call());
  expect((await look(first.id)).data).toMatchObject({ [holder]: guest.userId });
  expect((await look(theirs.id)).data).toEqual({
    [holder]: basic.userId,
    [cleaner]: guest.userId,
  });
  // Its job hands on to `tellClashes`.
  await runJobs(world);
  const [told] = await mailsTo(world, admin.email);
  expect(told?.text).toContain('Lockers: Holder');
  expect(told?.text).toContain(`/collections/${collectionId}/records/${theirs.id}`);
  expect(await mailsTo(world, basic.email)).toEqual([]);
});
