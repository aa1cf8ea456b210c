import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditProcedures } from '@/lib/audit/procedures';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { defineConfig, inTodaysShape } from './define';
import { changesBetween } from './diff';
import { configurationProcedures as configuration } from './procedures';

const name = 'collections';

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const read = (caller = admin) => invoke(configuration.get, { name }, caller.call());
const change = (maxMegabytes: unknown, revision: number, caller = admin) =>
  invoke(configuration.change, { name, revision, document: { maxMegabytes } }, caller.call());

describe('configuration', () => {
  it('holds the default until somebody changes it, and says what changed', async () => {
    expect(await read()).toEqual({ name, revision: 0, document: { maxMegabytes: 10 } });
    expect(await change(3, 0)).toMatchObject({ revision: 1, document: { maxMegabytes: 3 } });
    expect(await change(3, 1)).toMatchObject({ revision: 1 });
    const foreign = await world.member(await world.tenant(), 'admin');
    expect((await read(foreign)).revision).toBe(0);
    const { events } = await invoke(
      auditProcedures.audit.list,
      { what: 'configuration.change' },
      admin.call(),
    );
    expect(events.at(-1)?.detail).toEqual({
      revision: 1,
      changes: [{ path: 'maxMegabytes', before: 10, after: 3 }],
    });
  });

  it('lets one of many win that change the same revision, and tells the others', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((value) => change(value, 0)));
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const lost of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(lost).toMatchObject({ reason: { code: 'conflict', current: { revision: 1 } } });
    }
    await expect(change(6, 0)).rejects.toMatchObject({ code: 'conflict' });
    await expect(change(6, 7)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('goes back to what was, as a new revision, and lists who changed what', async () => {
    await change(3, 0);
    await change(4, 1);
    const back = (to: number, revision: number) =>
      invoke(configuration.revert, { name, to, revision }, admin.call());
    expect(await back(1, 2)).toMatchObject({ revision: 3, document: { maxMegabytes: 3 } });
    expect(await back(0, 3)).toMatchObject({ revision: 4, document: { maxMegabytes: 10 } });
    await expect(back(9, 4)).rejects.toMatchObject({ code: 'not_found' });
    const { revisions } = await invoke(configuration.history, { name }, admin.call());
    expect(revisions.map(({ revision, changes }) => [revision, changes[0]])).toEqual([
      [4, { path: 'maxMegabytes', before: 3, after: 10 }],
      [3, { path: 'maxMegabytes', before: 4, after: 3 }],
      [2, { path: 'maxMegabytes', before: 3, after: 4 }],
      [1, { path: 'maxMegabytes', before: 10, after: 3 }],
    ]);
    expect(revisions[0]?.changedByName).toBe('admin member');
  });

  it('goes on with the default where what is stored cannot be read, and can be mended', async () => {
    const store = (revision: number, version: number, document: object) =>
      world.rowsOf(
        a,
        `insert into configurations (tenant_id, id, name, revision, version, document)
         values ($1, $2, $3, $4, $5, $6)`,
        [a.tenantId, crypto.randomUUID(), name, revision, version, JSON.stringify(document)],
      );
    await store(1, 1, { maxMegabytes: 99 });
    expect(await read()).toMatchObject({ revision: 1, document: { maxMegabytes: 10 } });
    expect(await change(3, 1)).toMatchObject({ revision: 2 });
    const { revisions } = await invoke(configuration.history, { name }, admin.call());
    expect(revisions[0]?.changes).toEqual([{ path: 'maxMegabytes', before: 99, after: 3 }]);
    await store(3, 2, { megabytes: 4 });
    expect(await read()).toMatchObject({ revision: 3, document: { maxMegabytes: 10 } });
    await expect(change(4, 3)).rejects.toMatchObject({ code: 'precondition' });
  });

  it('refuses what does not fit by field, unknown names and weak roles', async () => {
    const fields = { 'document.maxMegabytes': expect.any(String) };
    for (const value of [0, 11, 2.5, '3', null]) {
      await expect(change(value, 0)).rejects.toMatchObject({ code: 'invalid', fields });
    }
    const more = { maxMegabytes: 3, tenantId: a.tenantId };
    await expect(
      invoke(configuration.change, { name, revision: 0, document: more }, admin.call()),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      invoke(configuration.get, { name: 'nothing' }, admin.call()),
    ).rejects.toMatchObject({ code: 'not_found' });
    const company = await world.member(a, 'company');
    await expect(change(3, 0, company)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(company)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a kind of document', () => {
  const Third = z.strictObject({ size: z.number(), unit: z.string() });
  const third = {
    name: 'x',
    version: 3,
    schema: Third,
    migrations: {
      1: ({ width }: Record<string, unknown>) => ({ size: width }),
      2: (document: Record<string, unknown>) => ({ ...document, unit: 'px' }),
    },
    default: { size: 1, unit: 'px' },
  };

  it('is brought to its latest shape step by step', () => {
    const spec = defineConfig(third);
    const px = { size: 7, unit: 'px' };
    expect(inTodaysShape(spec, { version: 1, document: { width: 7 } })).toEqual(px);
    expect(inTodaysShape(spec, { version: 2, document: { size: 7 } })).toEqual(px);
    expect(() => inTodaysShape(spec, { version: 4, document: px })).toThrow(
      'x has version 4, and 3 is the latest known.',
    );
  });

  it('cannot lack a step, nor have a default that it refuses', () => {
    expect(() => defineConfig({ ...third, migrations: {} })).toThrow('no step from version 1');
    expect(() => defineConfig({ ...third, default: { size: 1 } as never })).toThrow();
  });

  it('is compared field by field', () => {
    const before = { a: 1, b: { c: [1, 2], d: 'x' }, gone: true };
    expect(changesBetween(before, { a: 1, b: { c: [2], d: 'x' }, come: {} })).toEqual([
      { path: 'b.c', before: [1, 2], after: [2] },
      { path: 'gone', before: true, after: null },
      { path: 'come', before: null, after: {} },
    ]);
  });
});
