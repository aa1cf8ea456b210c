import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { fieldProcedures } from '../fields/procedures';
import type { Field } from '../fields/shapes';
import { recordProcedures as records } from '../records/procedures';
import { rulesProcedures } from '../rules/procedures';
import { openRule, type RoleRule } from '../rules/shapes';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { type ExportLink, exporting } from '../testing/exporting';

let world: World;
let actors: Actors;
let store: LocalFolder;
let dataDir: string;
let firms: Awaited<ReturnType<typeof mintCollection>>;
let cases: { id: string; fields: Record<string, Field> };
let at: ReturnType<typeof exporting>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  store = new LocalFolder(dataDir);
  setFileStore(store);
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  firms = await mintCollection(actors.admin, 'Firms', [{ name: 'Firm', type: 'text' }]);
  const firm = await add(actors.admin, firms.id, { firm: 'Acme' });
  cases = await mintCollection(actors.admin, 'Cases', [
    { name: 'Name', type: 'text' },
    { name: 'Pay', type: 'text' },
    { name: 'Owner', type: 'person' },
    { name: 'At', type: 'relation', options: { targetId: firms.id, many: false } },
  ]);
  at = exporting(actors.tenant, cases.id);
  await add(actors.basic, cases.id, { name: 'Mine', pay: 'low', at: [firm] });
  await add(actors.admin, cases.id, { name: 'Theirs', pay: 'high', owner: actors.basic.userId });
  await add(actors.admin, cases.id, { name: 'Apart', pay: 'top' });
});

const add = async (member: TestMember, collectionId: string, data: Record<string, unknown>) =>
  (await invoke(records.create, { collectionId, data }, member.call())).id;
const rule = (more: Partial<RoleRule>, collectionId = cases.id) =>
  invoke(
    rulesProcedures.save,
    { collectionId, rules: { roles: { basic: { ...openRule, ...more } }, others: openRule } },
    actors.admin.call(),
  );
const textOf = async (link: ExportLink) => await (await at.fetched(actors.basic, link)).text();
const involved = { see: 'involved', change: 'own', remove: 'own' } as const;
const give = async (name: string, owner: string | null) => {
  const { records: found } = await invoke(
    records.list,
    { collectionId: cases.id },
    actors.admin.call(),
  );
  const record = found.find(({ data }) => data.name === name);
  const { id: recordId = '', version = 0 } = record ?? {};
  await invoke(
    records.update,
    { collectionId: cases.id, recordId, changes: { owner }, version },
    actors.admin.call(),
  );
};

/** Refused in words, shown as withheld, and made again with what is seen by now. */
async function expectLapsed(link: ExportLink, again: RegExp) {
  await expect(at.fetched(actors.basic, link)).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('Have it made again'),
  });
  const { exportId } = link;
  expect(await at.one(actors.basic, exportId)).toMatchObject({ lapsed: true, link: null });
  await at.retry(actors.basic, exportId);
  await at.work('exports.run', exportId);
  expect(await textOf(await at.linked(actors.basic, exportId))).toMatch(again);
}

describe('a file that was made with more rights than its maker has by now', () => {
  it('is withheld when rows were taken away by a rule', async () => {
    const link = await at.made(actors.basic);
    expect(await textOf(link)).toContain('Apart');
    await rule(involved);
    await expectLapsed(link, /^\uFEFF?Name,Pay,Owner,At\r\nMine,[^\n]*\nTheirs,[^\n]*\n$/);
  });

  it('is withheld when a field was hidden, also one it does not write', async () => {
    const view = { fields: ['name'], sorts: [{ field: 'pay', direction: 'asc' }] };
    const link = await at.made(actors.basic);
    const sorted = await at.made(actors.basic, view);
    await rule({ fields: { [cases.fields.Pay?.id ?? '']: 'hidden' } });
    await expect(at.fetched(actors.basic, sorted)).rejects.toMatchObject({ code: 'forbidden' });
    await expectLapsed(link, /^\uFEFF?Name,Owner,At\r\n/);
  });

  it('is withheld when a record was given to somebody else', async () => {
    await rule(involved);
    const link = await at.made(actors.basic);
    expect(await textOf(link)).toContain('Theirs');
    await give('Mine', null);
    await give('Apart', actors.basic.userId);
    expect(await textOf(link)).toContain('Theirs');
    await give('Theirs', actors.admin.userId);
    await expect(at.fetched(actors.basic, link)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await at.one(actors.basic, link.exportId)).toMatchObject({ lapsed: true, link: null });
  });

  it('is withheld when names in it are of a collection that is closed by now', async () => {
    const link = await at.made(actors.basic);
    expect(await textOf(link)).toContain('Acme');
    await rule({ see: 'none', change: 'none', remove: 'none', create: false }, firms.id);
    await expectLapsed(link, /^(?!.*Acme)/s);
  });

  it('is not there when the whole collection is closed', async () => {
    const link = await at.made(actors.basic);
    await rule({ see: 'none', change: 'none', remove: 'none', create: false });
    await expect(at.fetched(actors.basic, link)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is given when more is open, or something was deleted', async () => {
    await rule(involved);
    const link = await at.made(actors.basic);
    await rule({});
    const field = { collectionId: cases.id, fieldId: cases.fields.Pay?.id ?? '' };
    await invoke(fieldProcedures.delete, field, actors.admin.call());
    expect(await textOf(link)).toContain('Mine');
  });

  it('is made again when the store has it no more', async () => {
    const link = await at.made(actors.basic);
    const { exportId } = link;
    await store.remove({ tenantId: actors.tenant.tenantId, fileId: exportId });
    expect(await at.one(actors.basic, exportId)).toMatchObject({ state: 'expired', link: null });
    await expect(at.fetched(actors.basic, link)).rejects.toMatchObject({ code: 'not_found' });
    await at.retry(actors.basic, exportId);
    await at.work('exports.run', exportId);
    expect(await textOf(await at.linked(actors.basic, exportId))).toContain('Mine');
  });
});

describe('who sees which exports', () => {
  it('is everybody where all is open, and each their own where rules keep something back', async () => {
    const { exportId } = await at.made(actors.admin);
    expect((await at.list(actors.basic)).map(({ id }) => id)).toEqual([exportId]);
    await rule(involved);
    expect(await at.list(actors.basic)).toEqual([]);
    expect(await at.list(actors.admin)).toHaveLength(1);
  });
});
