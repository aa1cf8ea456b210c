import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { run } from '../archives/testing/run';
import { stockedTenant } from '../archives/testing/stocked';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { fileProcedures } from '../modules/collections/files/procedures';
import { sweepFiles } from './sweep';

let world: World;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-late-'));
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});

const askToGo = ({ tenantId, slug }: TestTenant) =>
  world.database.query(
    `insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
     values ($1, $2, $3, $3, 'Olga', now() - interval '1 minute')`,
    [tenantId, uuidv7(), slug],
  );

it('takes files with it that an upload under way leaves after it', async () => {
  setFileStore(new LocalFolder(root));
  const [tenant, neighbour] = [await stockedTenant(world), await stockedTenant(world)];
  const admin = await world.member(tenant, 'admin');
  const store = new Slow(root);
  setFileStore(store);
  const content = new Blob(['Name\nKim\n'], { type: 'text/csv' });
  const uploading = invoke(
    fileProcedures.upload,
    { file: new File([content], 'names.csv') },
    admin.call(),
  ).catch((error: unknown) => error);
  await expect.poll(() => store.reached).toBe(true);
  await askToGo(tenant);
  await run(world, tenant, 'removal');
  store.goOn();
  expect(await uploading).toBeInstanceOf(Error);
  // As if its process had died before it could clean up.
  await new LocalFolder(root).write(
    { tenantId: tenant.tenantId, fileId: uuidv7() },
    content.stream(),
    { maxBytes: 1e6 },
  );
  const kept = await readdir(join(root, 'tenants', neighbour.tenantId));
  setFileStore(new LocalFolder(root));
  expect(await sweepFiles(world.database.servers)).toBe(1);
  expect(await sweepFiles(world.database.servers)).toBe(0);
  expect(await readdir(join(root, 'tenants'))).not.toContain(tenant.tenantId);
  expect(await readdir(join(root, 'tenants', neighbour.tenantId))).toEqual(kept);
});

/** Holds a file back until it is told to go on. */
class Slow extends LocalFolder {
  readonly #waiting: (() => void)[] = [];
  #open = false;
  reached = false;

  goOn() {
    this.#open = true;
    for (const go of this.#waiting) go();
  }

  override async write(...given: Parameters<LocalFolder['write']>) {
    this.reached = true;
    if (!this.#open) await new Promise<void>((go) => this.#waiting.push(go));
    return await super.write(...given);
  }
}
