import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures as collections } from '../collections/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { fieldProcedures as fields } from './procedures';

let world: World;
let actors: Actors;
let collectionId: string;
let fieldIds: string[];

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  const made = await mintCollection(actors.admin, 'Ordered', [
    { name: 'One', type: 'text' },
    { name: 'Two', type: 'number' },
    { name: 'Three', type: 'date' },
  ]);
  collectionId = made.id;
  fieldIds = Object.values(made.fields).map(({ id }) => id);
});
afterAll(() => world.end());

const order = async () => {
  const { fields: shown } = await invoke(collections.get, { collectionId }, actors.admin.call());
  return shown.map(({ name }) => name);
};

it('puts fields in the order given', async () => {
  const input = { collectionId, fieldIds: [...fieldIds].reverse() };
  await invoke(fields.reorder, input, actors.admin.call());
  expect(await order()).toEqual(['Three', 'Two', 'One']);
});

it('takes no field that is not of this collection, and changes nothing then', async () => {
  const before = await order();
  const input = { collectionId, fieldIds: [...fieldIds, uuidv7()] };
  await expect(invoke(fields.reorder, input, actors.admin.call())).rejects.toThrow();
  expect(await order()).toEqual(before);
});
