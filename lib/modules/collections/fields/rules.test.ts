import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, type FieldSpec, mintActors, mintCollection } from '../testing/actors';
import { fieldProcedures as fields } from './procedures';

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

const admin = () => actors.admin.call();
const mint = async (...specs: FieldSpec[]) =>
  (await mintCollection(actors.admin, 'Rules', specs)) as {
    id: string;
    fields: Record<string, { id: string; key: string }>;
  };
const add = (collectionId: string, data: Record<string, unknown>) =>
  invoke(records.create, { collectionId, data }, admin());
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );

describe('a field that allows each value once', () => {
  const contacts = () =>
    mint({ name: 'Name', type: 'text' }, { name: 'Mail', type: 'email', unique: true });

  it('refuses the second holder by name, however records are written', async () => {
    const { id } = await contacts();
    const kim = await add(id, { name: 'Kim', mail: 'Kim@x.example' });
    const again = await errorOf(add(id, { name: 'Lee', mail: 'kim@X.example' }));
    expect(again).toMatchObject({ code: 'invalid' });
    expect(again?.fields['data.mail']).toBe(
      'Mail must be different in each record: “Kim” has “kim@X.example” already.',
    );
    const lee = await add(id, { name: 'Lee', mail: 'lee@x.example' });
    const base = { mail: 'lee@x.example' };
    const change = { collectionId: id, recordId: lee.id, changes: { mail: 'KIM@x.example' }, base };
    expect((await errorOf(invoke(records.update, change, admin())))?.fields).toHaveProperty(
      'changes.mail',
    );
    const bulk = [{ mail: 'a@x.example' }, { mail: 'A@x.example' }, { mail: 'kim@x.example' }];
    const many = await errorOf(
      invoke(records.createMany, { collectionId: id, records: bulk }, admin()),
    );
    expect(Object.keys(many?.fields ?? {})).toEqual(['records.1.mail', 'records.2.mail']);
    const keep = { collectionId: id, recordId: kim.id, changes: { mail: 'KIM@x.example' } };
    await invoke(records.update, { ...keep, base: { mail: 'Kim@x.example' } }, admin());
    await add(id, { name: 'Nobody' });
    await add(id, { name: 'Nobody either' });
  });

  it('frees a value with the trash, and lets nobody back in who would share it', async () => {
    const { id } = await contacts();
    const first = await add(id, { name: 'First', mail: 'one@x.example' });
    await invoke(records.delete, { collectionId: id, ids: [first.id] }, admin());
    const second = await add(id, { name: 'Second', mail: 'one@x.example' });
    const back = { collectionId: id, ids: [first.id] };
    expect(await errorOf(invoke(records.restore, back, admin()))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Second” has “one@x.example”'),
    });
    await invoke(records.delete, { collectionId: id, ids: [second.id] }, admin());
    expect(await invoke(records.restore, back, admin())).toEqual({ ids: [first.id] });
  });

  it('lets one of many win who come at once', async () => {
    const { id } = await contacts();
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => errorOf(add(id, { mail: 'race@x.example' }))),
    );
    expect(tries.filter((error) => error === null)).toHaveLength(1);
    for (const error of tries) expect(error?.code ?? 'invalid').toMatch(/invalid|conflict/);
    const { total } = await invoke(records.list, { collectionId: id }, admin());
    expect(total).toBe(1);
  });

  it('is not turned on over values that repeat, nor converted into them', async () => {
    const { id, fields: made } = await mint({ name: 'V', type: 'text' });
    for (const v of ['1', '1.0', 'b', 'B', null]) await add(id, { v });
    const at = { collectionId: id, fieldId: made.V?.id ?? '' };
    const seen = await invoke(fields.preview, { ...at, unique: true }, admin());
    expect(seen).toMatchObject({ repeated: [{ value: 'b', count: 2 }], empty: 1, filled: 4 });
    const refused = await errorOf(invoke(fields.update, { ...at, unique: true }, admin()));
    expect(refused).toMatchObject({ code: 'conflict' });
    expect(refused?.fields.unique).toContain('“b” (2 records)');
    const page = await invoke(records.list, { collectionId: id }, admin());
    const extra = page.records.find(({ data }) => data.v === 'B')?.id ?? '';
    await invoke(records.delete, { collectionId: id, ids: [extra] }, admin());
    expect(await invoke(fields.update, { ...at, unique: true }, admin())).toMatchObject({
      unique: true,
    });
    const number = { ...at, type: 'number' as const, acceptLoss: true };
    expect(await errorOf(invoke(fields.update, number, admin()))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“1” (2 records)'),
    });
    expect(await errorOf(add(id, { v: 'b' }))).toMatchObject({ code: 'invalid' });
    await invoke(fields.update, { ...at, unique: false }, admin());
    await add(id, { v: 'b' });
  });

  it('comes back from deletion as unique only where nothing repeats', async () => {
    const { id, fields: made } = await contacts();
    const at = { collectionId: id, fieldId: made.Mail?.id ?? '' };
    const kept = await add(id, { mail: 'a@x.example' });
    await invoke(records.delete, { collectionId: id, ids: [kept.id] }, admin());
    await add(id, { mail: 'a@x.example' });
    await invoke(fields.delete, at, admin());
    await invoke(records.restore, { collectionId: id, ids: [kept.id] }, admin());
    expect(await invoke(fields.restore, at, admin())).toMatchObject({ unique: false });
    const yes = { collectionId: id, name: 'Yes', type: 'boolean' as const, unique: true };
    expect(await errorOf(invoke(fields.create, yes, admin()))).toMatchObject({
      fields: { unique: expect.any(String) },
    });
  });
});

describe('rules of a field', () => {
  it.each<[FieldSpec, unknown, string]>([
    [
      { name: 'V', type: 'text', options: { minLength: 3 } },
      'ab',
      'V must have at least 3 characters.',
    ],
    [
      { name: 'V', type: 'text', options: { maxLength: 3, message: 'Three letters, please.' } },
      'abcd',
      'Three letters, please.',
    ],
    [
      { name: 'V', type: 'text', options: { pattern: '(a+)+' } },
      `${'a'.repeat(900)}!`,
      'V has not the form that is asked for.',
    ],
    [
      { name: 'V', type: 'url', options: { pattern: 'https://shop\\..*', message: 'Our shop.' } },
      'https://x.example',
      'Our shop.',
    ],
    [
      { name: 'V', type: 'number', options: { min: 2, message: 'Two or more.' } },
      1,
      'Two or more.',
    ],
    [
      { name: 'V', type: 'money', options: { currency: 'EUR', max: 9.5 } },
      '9.51',
      'V must be at most 9.50 EUR.',
    ],
    [
      { name: 'V', type: 'date', options: { from: '2024-01-01' } },
      '2023-12-31',
      'V must not be before 2024-01-01.',
    ],
    [
      { name: 'V', type: 'datetime', options: { to: '2024-01-01' } },
      '2024-01-02T12:00:00Z',
      'V must not be after 2024-01-01.',
    ],
  ])('%j refuses %j', async (spec, value, message) => {
    const { id } = await mint(spec);
    expect((await errorOf(add(id, { v: value })))?.fields['data.v']).toBe(message);
    const filters = [{ field: 'v', op: 'is_empty' as const }];
    expect((await invoke(records.list, { collectionId: id, filters }, admin())).total).toBe(0);
  });

  it('are refused where they cannot be', async () => {
    const { id } = await mint();
    const create = (input: Omit<FieldSpec, 'name'>) =>
      errorOf(invoke(fields.create, { collectionId: id, name: 'N', ...input }, admin()));
    const at = async (input: Omit<FieldSpec, 'name'>) =>
      Object.keys((await create(input))?.fields ?? {});
    expect(await at({ type: 'text', options: { pattern: '(?=a)' } })).toEqual(['options.pattern']);
    expect(await at({ type: 'text', options: { minLength: 4, maxLength: 3 } })).toEqual([
      'options.maxLength',
    ]);
    expect(await at({ type: 'money' })).toEqual(['options.currency']);
    expect(await at({ type: 'money', options: { currency: 'XXQ' } })).toEqual(['options.currency']);
    expect(await at({ type: 'date', options: { from: '2024-02-01', to: '2024-01-01' } })).toEqual([
      'options.to',
    ]);
    expect(await at({ type: 'number', default: 'many' })).toEqual(['default']);
    expect(await at({ type: 'number', unique: true, default: 1 })).toEqual(['default']);
  });
});

describe('the default of a field', () => {
  it('fills what a new record does not speak of, and moves where it should', async () => {
    const { id } = await mint(
      { name: 'State', type: 'select', options: { choices: [{ name: 'New' }] }, default: 'new' },
      { name: 'Day', type: 'date', default: 'today' },
      { name: 'At', type: 'datetime', default: 'now' },
      { name: 'Who', type: 'person', default: 'me' },
      { name: 'Fee', type: 'money', options: { currency: 'KRW' }, default: 500, required: true },
    );
    const made = await add(id, {});
    expect(made.data).toMatchObject({
      state: expect.any(String),
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      who: actors.admin.userId,
      fee: '500',
    });
    expect((await add(id, { day: null, fee: 7 })).data).toMatchObject({ day: null, fee: '7' });
    const { ids } = await invoke(
      records.createMany,
      { collectionId: id, records: [{}, { state: null }] },
      admin(),
    );
    const rows = await Promise.all(
      ids.map((recordId) => invoke(records.get, { collectionId: id, recordId }, admin())),
    );
    expect(rows.map(({ data }) => data.state === null)).toEqual([false, true]);
  });
});
