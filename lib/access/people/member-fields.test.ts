import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customFields } from '@/db/schema/tenant/custom-fields';
import { inside } from '@/lib/archives/testing/stocked';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { memberFieldProcedures as fields } from './member-field-procedures';
import { openFieldStage } from './testing/field-stage';

type Stage = Awaited<ReturnType<typeof openFieldStage>>;
let stage: Stage;
let world: World;
let a: TestTenant;
let admin: TestMember;
let basic: TestMember;
let other: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  stage = await openFieldStage();
  world = stage.world;
});
afterAll(() => world.end());

beforeEach(async () => {
  ({ a, admin, basic, other, stranger } = await stage.begin());
});

const make = (...given: Parameters<Stage['make']>) => stage.make(...given);
const fill = (...given: Parameters<Stage['fill']>) => stage.fill(...given);
const read = (...given: Parameters<Stage['read']>) => stage.read(...given);
const put = (...given: Parameters<Stage['put']>) => stage.put(...given);
const stored = () => stage.stored();
const idOf = (who: TestMember) => stage.idOf(who);
const open = { seenBy: 'everyone', changedBy: 'own' } as const;
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
const codeOf = async (work: Promise<unknown>) => (await errorOf(work))?.code;

describe('the fields of members', () => {
  it('are made, changed, put in order, archived with what they hold, and brought back', async () => {
    const phone = await make('Phone', open);
    const shirt = await make('T-shirt', {
      type: 'select',
      choices: [{ name: 'S' }, { name: 'M' }],
    });
    expect(phone).toMatchObject({ key: 'phone', archivedAt: null });
    const ordered = await invoke(fields.order, { ids: [shirt.id] }, admin.call());
    expect(ordered.fields.map(({ name }) => name)).toEqual(['T-shirt', 'Phone']);
    await put(basic, { phone: '123' });
    await invoke(fields.archive, { id: phone.id }, admin.call());
    expect((await read(basic)).fields.map(({ key }) => key)).toEqual(['t_shirt']);
    expect(await codeOf(put(basic, { phone: '4' }))).toBe('invalid');
    await make('Phone');
    expect(await errorOf(invoke(fields.restore, { id: phone.id }, admin.call()))).toMatchObject({
      fields: { name: 'There is a field of this name already.' },
    });
    const again = { ...open, id: phone.id, name: 'Mobile' };
    await invoke(fields.change, again, admin.call());
    await invoke(fields.restore, { id: phone.id }, admin.call());
    expect((await read(basic)).values).toMatchObject({ phone: '123', phone_2: null });
  });

  it('go with what they held once they are archived, and tell beforehand how much', async () => {
    const phone = await make('Phone', open);
    await make('Desk', open);
    await put(basic, { phone: '123', desk: '7' });
    await put(other, { phone: null, desk: '8' });
    const { id } = phone;
    expect(await invoke(fields.use, { id }, admin.call())).toEqual({ values: 1 });
    expect(await codeOf(invoke(fields.delete, { id }, admin.call()))).toBe('precondition');
    expect(await codeOf(invoke(fields.delete, { id }, basic.call()))).toBe('forbidden');
    await invoke(fields.archive, { id }, admin.call());
    expect(await invoke(fields.delete, { id }, admin.call())).toEqual({ values: 1 });
    expect(await codeOf(invoke(fields.restore, { id }, admin.call()))).toBe('not_found');
    expect((await stored()).map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ desk: '7' }, { desk: '8' }]),
    );
    await make('Phone', open);
    // Under another key: whoever saw the former one means that one.
    expect((await read(basic)).values).toEqual({ desk: '7', phone_2: null });
    expect(await codeOf(put(basic, { phone: '123' }))).toBe('invalid');
  });

  it('take no zero byte and no half of a character', async () => {
    const made = await make('Si\0ze', {
      help: 'a\0\ud800b',
      type: 'select',
      choices: [{ name: '\0S' }],
    });
    expect(made).toMatchObject({ name: 'Size', help: 'a\ufffdb', choices: [{ name: 'S' }] });
  });

  it('refuse what cannot be', async () => {
    const made = await make('Size', { type: 'select', choices: [{ name: 'S' }, { name: 'M' }] });
    expect(await codeOf(make('ＳＩＺＥ'))).toBe('invalid');
    expect(await codeOf(make('Colour', { type: 'select' }))).toBe('invalid');
    const choices = [{ name: 'A' }, { name: 'a' }];
    expect(await codeOf(make('Colour', { type: 'select', choices }))).toBe('invalid');
    expect(await codeOf(make('Note', { changedBy: 'own' }))).toBe('invalid');
    expect(await codeOf(make('Note', { seenBy: 'everyone', changedBy: 'everyone' }))).toBe(
      'invalid',
    );
    const chosen = made.choices[0]?.id;
    await put(basic, { size: 'S' });
    const rest = { ...made, choices: made.choices.slice(1) };
    const { key: _key, type: _type, archivedAt: _at, ...change } = rest;
    expect(await errorOf(invoke(fields.change, change, admin.call()))).toMatchObject({
      fields: { choices: 'Somebody has an option that you take away: S.' },
    });
    expect((await read(basic)).values).toEqual({ size: chosen });
    await put(basic, { size: 'm' });
    expect((await invoke(fields.change, change, admin.call())).choices).toHaveLength(1);
  });

  it('are at most fifty, however many are made at once', async () => {
    for (let n = 0; n < 48; n += 1) await make(`Field ${n}`);
    const tried = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => make(name)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const { fields: known } = await invoke(fields.list, {}, admin.call());
    expect(known).toHaveLength(50);
  });

  it('come back when there are as many as there may ever be', async () => {
    const phone = await make('Phone');
    await invoke(fields.archive, { id: phone.id }, admin.call());
    await inside(a, (db) =>
      db.insert(customFields).values(
        Array.from({ length: 199 }, (_, n) => ({
          ...{ subject: 'member', key: `old_${n}`, name: `Old ${n}`, type: 'text' as const },
          ...{ seenBy: 'own' as const, changedBy: 'own' as const, archivedAt: new Date() },
        })),
      ),
    );
    expect(await codeOf(make('One more'))).toBe('limit');
    await invoke(fields.restore, { id: phone.id }, admin.call());
  });

  it('are nobody’s elsewhere, and decided over by who manages people alone', async () => {
    const { id } = await make('Phone', open);
    for (const verb of [fields.archive, fields.restore]) {
      expect(await codeOf(invoke(verb, { id }, stranger.call()))).toBe('not_found');
      expect(await codeOf(invoke(verb, { id }, basic.call()))).toBe('forbidden');
    }
    const change = { id, name: 'Mine' };
    expect(await codeOf(invoke(fields.change, change, stranger.call()))).toBe('not_found');
    expect(await codeOf(invoke(fields.order, { ids: [id] }, stranger.call()))).toBe('not_found');
    expect(await codeOf(invoke(fields.get, { id: await idOf(basic) }, stranger.call()))).toBe(
      'not_found',
    );
    const foreign = { id: await idOf(basic), changes: { phone: '1' }, base: { phone: null } };
    expect(await codeOf(invoke(fields.fill, foreign, stranger.call()))).toBe('not_found');
    expect(await codeOf(make('Mine', {}, basic))).toBe('forbidden');
    expect(await codeOf(fill(other, { changes: { phone: '1' }, base: {} }, basic))).toBe(
      'forbidden',
    );
  });
});

describe('what they hold', () => {
  it('is checked by type, and by whether it may be empty', async () => {
    const types = { Shoe: 'number', Born: 'date', Driver: 'boolean', Mail: 'email', Site: 'url' };
    for (const [name, type] of Object.entries(types))
      await make(name, { type } as { type: 'number' });
    const choices = [{ name: 'Red' }, { name: 'Blue' }];
    await make('Team', { type: 'multi_select', required: true, choices });
    const good = { shoe: '1,200.5', born: '31 Jan 2000', driver: 'yes', site: 'a.example' };
    const { values, fields: known } = await put(basic, {
      ...good,
      mail: 'a@b.example',
      team: ['blue', 'Red'],
    });
    const team = known.find(({ key }) => key === 'team')?.choices.map(({ id }) => id);
    expect(values).toEqual({
      ...{ shoe: 1200.5, born: '2000-01-31', driver: true, mail: 'a@b.example' },
      ...{ site: 'https://a.example', team },
    });
    const bad = { shoe: 'x', born: '2000-02-31', driver: 'perhaps', mail: '@', team: null };
    expect(await errorOf(put(basic, bad))).toMatchObject({
      code: 'invalid',
      fields: {
        'changes.shoe': 'Shoe is not a number.',
        'changes.born': 'Born is a day that does not exist.',
        'changes.driver': 'Driver must be yes or no.',
        'changes.mail': 'Mail is not an e-mail address, such as name@example.com.',
        'changes.team': 'Team must not be empty.',
      },
    });
    expect(await stored()).toHaveLength(1);
  });

  it('is told to nobody who may not see it: not read, listed, guessed or filled in', async () => {
    await make('Warning');
    await make('Phone', { seenBy: 'own', changedBy: 'own' });
    await make('Desk', { seenBy: 'everyone' });
    await put(basic, { warning: 'twice', phone: '1', desk: '7' });
    const listed = async (by: TestMember) =>
      (await invoke(fields.list, {}, by.call())).fields.map(({ key }) => key);
    expect(await listed(admin)).toEqual(['warning', 'phone', 'desk']);
    expect(await listed(other)).toEqual(['desk']);
    expect((await read(basic, other)).values).toEqual({ desk: '7' });
    expect((await read(basic, basic)).values).toEqual({ phone: '1', desk: '7' });
    const mine = await invoke(fields.mine, {}, basic.call());
    expect(mine.fields.map(({ key, mayChange }) => [key, mayChange])).toEqual([
      ['phone', true],
      ['desk', false],
    ]);
    const own = (changes: Record<string, string>) =>
      errorOf(invoke(fields.fillMine, { changes, version: mine.version }, basic.call()));
    expect(await own({ warning: 'none' })).toMatchObject({
      fields: { 'changes.warning': 'There is no such field.' },
    });
    expect(await own({ absent: 'none' })).toMatchObject({
      fields: { 'changes.absent': 'There is no such field.' },
    });
    expect(await own({ desk: '8' })).toMatchObject({ code: 'forbidden' });
    expect(await own({ phone: '2' })).toBeNull();
    expect((await read(basic)).values).toEqual({ warning: 'twice', phone: '2', desk: '7' });
  });

  it('keeps what others changed: field by field, and says what is held now', async () => {
    await make('Phone', open);
    await make('Desk', open);
    const seen = { phone: null, desk: null };
    await Promise.all([
      fill(basic, { changes: { phone: '1' }, base: seen }),
      invoke(fields.fillMine, { changes: { desk: '7' }, base: seen }, basic.call()),
    ]);
    expect((await read(basic)).values).toEqual({ phone: '1', desk: '7' });
    expect(await errorOf(fill(basic, { changes: { phone: '2' }, base: seen }))).toMatchObject({
      code: 'conflict',
      message: 'Phone was changed by somebody else meanwhile: it is now “1”.',
      current: { values: { phone: '1', desk: '7' } },
    });
    const old = { changes: { phone: '2' }, version: 'old' };
    expect(await codeOf(fill(basic, old))).toBe('conflict');
    expect(await codeOf(fill(basic, { changes: { phone: '2' } }))).toBe('invalid');
    const { version } = await read(basic);
    const many = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((phone) => fill(basic, { changes: { phone }, version })),
    );
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('says nothing of what changed out of sight, and keeps nothing where nothing changed', async () => {
    await make('Warning');
    await make('Phone', open);
    const before = await read(basic, other);
    expect(await codeOf(fill(basic, { changes: {}, base: {} }))).toBe('invalid');
    await put(basic, { phone: null });
    expect(await stored()).toEqual([]);
    await put(basic, { warning: 'once' });
    expect(await read(basic, other)).toEqual(before);
    const own = { changes: { phone: '1' }, version: before.version };
    await invoke(fields.fillMine, own, basic.call());
    expect((await read(basic, other)).version).not.toBe(before.version);
  });

  it('is bounded as a whole, and can be shortened', async () => {
    const texts = Array.from({ length: 7 }, (_, n) => `text_${n}`);
    for (const name of texts) await make(name, { type: 'long_text' });
    const all = (keys: string[]) =>
      put(basic, Object.fromEntries(keys.map((key) => [key, 'x'.repeat(20_000)])));
    expect(await codeOf(all(texts))).toBe('limit');
    await all(texts.slice(1));
    expect(await codeOf(put(basic, { text_0: 'x'.repeat(20_000) }))).toBe('limit');
    await put(basic, { text_1: null, text_0: 'x'.repeat(20_000) });
  });
});
