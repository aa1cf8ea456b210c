import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { collectionsProcedures } from '../../modules/collections/procedures';
import { runJobs } from '../testing';
import { workspaceTokenProcedures } from './procedures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const others = { see: 'own', change: 'own', remove: 'own', create: true, fields: {} } as const;

async function client() {
  const scopes = ['records.export', 'records.import', 'collections.manage', 'records.read'];
  const a = await world.tenant();
  const admin = await world.member(a, 'admin');
  const made = await invoke(
    workspaceTokenProcedures.workspaceTokens.create,
    { name: 'Night sync', roleId: a.roleIds.admin, scopes, expiresInDays: 30 },
    admin.call(),
  );
  const authorization = `Bearer ${made.token}`;
  const call = () => webCall('rest', new Headers({ host: a.host, authorization }));
  return { admin, made, call };
}

it('lets a client ask for nothing that is made later for somebody, nor for mail', async () => {
  const { admin, made, call } = await client();
  const { collections, exports, files, forms, imports, rules } = collectionsProcedures;
  const { id: collectionId } = await invoke(collections.create, { name: 'Singers' }, admin.call());
  const { start, retry, download } = exports;
  const refused = { code: 'forbidden', message: expect.stringContaining('made later') };
  const wanted = { collectionId, format: 'csv' as const };
  await expect(invoke(start, wanted, call())).rejects.toMatchObject(refused);
  await expect(invoke(retry, { exportId: made.id }, call())).rejects.toMatchObject(refused);
  await invoke(download, wanted, call());
  const file = new File(['Name\nAda\n'], 'names.csv');
  const { id: fileId } = await invoke(files.upload, { file }, call());
  const draft = await invoke(imports.create, { fileId, collectionId }, call());
  await invoke(rules.save, { collectionId, rules: { roles: {}, others } }, admin.call());
  const ruled = { code: 'forbidden', message: expect.stringContaining('has rules') };
  const { id: importId } = draft.import;
  await expect(invoke(imports.start, { importId }, call())).rejects.toMatchObject(ruled);
  await expect(invoke(imports.check, { importId }, call())).rejects.toMatchObject(ruled);
  await expect(invoke(imports.create, { fileId, collectionId }, call())).rejects.toMatchObject(
    ruled,
  );
  const form = { title: 'Join', intro: '', thanks: '', fields: [], redirectUrl: null };
  await expect(
    invoke(forms.save, { collectionId, ...form, mailsMe: true } as never, call()),
  ).rejects.toMatchObject({ fields: { mailsMe: expect.any(String) } });
});

it('stops an import of a client where rules were set after it was begun', async () => {
  const { admin, call } = await client();
  const { collections, files, imports, rules } = collectionsProcedures;
  const { id: collectionId } = await invoke(collections.create, { name: 'Singers' }, admin.call());
  const file = new File(['Name\nAda\n'], 'names.csv');
  const { id: fileId } = await invoke(files.upload, { file }, call());
  const draft = await invoke(imports.create, { fileId, collectionId }, call());
  const { id: importId } = draft.import;
  await invoke(imports.start, { importId }, call());
  await invoke(rules.save, { collectionId, rules: { roles: {}, others } }, admin.call());
  await runJobs(world);
  expect(await invoke(imports.get, { importId }, admin.call())).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('has rules'),
  });
});
