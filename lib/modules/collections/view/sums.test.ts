import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';

describe('sums of records', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    ({ id: collectionId } = await mintCollection(actors.admin, 'Summed', [
      { name: 'Name', type: 'text' },
      { name: 'Hours', type: 'number' },
      { name: 'Fee', type: 'money', options: { currency: 'EUR' } },
      { name: 'Deposit', type: 'money', options: { currency: 'KRW' } },
    ]));
    const rows = [
      { name: 'A', hours: 0.1, fee: '0.10', deposit: '50000' },
      { name: 'B', hours: 0.2, fee: '-1234.56' },
      { name: 'C', fee: '9999999999.99' },
      { hours: 7 },
    ];
    await invoke(records.createMany, { collectionId, records: rows }, actors.admin.call());
  });
  afterAll(() => world.end());

  const sums = (field: string, more: object = {}, member = actors.guest) =>
    invoke(records.sums, { collectionId, field, ...more } as never, member.call());

  it('adds up exactly, in the currency’s own digits', async () => {
    expect(await sums('hours')).toEqual({
      ...{ count: 3, sum: '7.3', average: '2.433333' },
      ...{ smallest: '0.1', largest: '7' },
    });
    expect(await sums('fee')).toMatchObject({ count: 3, sum: '9999998765.53' });
    expect(await sums('deposit')).toMatchObject({ count: 1, sum: '50000', average: '50000' });
  });

  it('counts what is filled in where there are no numbers', async () => {
    expect(await sums('name')).toEqual({
      ...{ count: 3, sum: null, average: null },
      ...{ smallest: null, largest: null },
    });
  });

  it('follows search and filters', async () => {
    const filters = [{ field: 'hours', op: 'lt', value: 1 }];
    expect(await sums('fee', { filters })).toMatchObject({ count: 2, sum: '-1234.46' });
    expect(await sums('fee', { search: 'nobody' })).toMatchObject({ count: 0, sum: null });
  });

  it('names a field that is not there', async () => {
    await expect(sums('nowhere')).rejects.toMatchObject({
      code: 'invalid',
      fields: { field: expect.any(String) },
    });
  });

  it('is no way into another tenant, nor where the module is off', async () => {
    await expect(sums('hours', {}, actors.stranger)).rejects.toMatchObject({ code: 'not_found' });
    await turnOff(actors.tenant);
    await expect(sums('hours')).rejects.toMatchObject({ code: 'not_found' });
  });
});
