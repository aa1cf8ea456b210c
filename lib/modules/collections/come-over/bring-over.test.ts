import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type World } from '@/lib/doors/testing';
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
