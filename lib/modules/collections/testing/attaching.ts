import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { attachmentProcedures as attachments } from '../attachments/procedures';
import { recordProcedures as records } from '../records/procedures';
import { mintActors, mintCollection } from './actors';

/** First bytes of a picture. */
export const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** A collection with fields of files, and what people do with it. Call `end` when done. */
export async function openAttaching() {
  const dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  setFileStore(new LocalFolder(dataDir));
  const world = await openWorld();
  const actors = await mintActors(world);
  const { id: collectionId, fields } = await mintCollection(actors.admin, 'Permits', [
    { name: 'Name', type: 'text' },
    { name: 'Papers', type: 'file' },
    {
      name: 'Photo',
      type: 'file',
      options: { maxFiles: 1, maxMegabytes: 1, kinds: ['image'], message: 'A photo under 1 MB.' },
    },
  ]);
  const { tenantId } = actors.tenant;
  const fieldId = (name: string) => fields[name]?.id ?? '';

  const upload = (content: BlobPart, name: string, field = 'Papers', member = actors.basic) =>
    invoke(
      attachments.upload,
      { fieldId: fieldId(field), file: new File([content], name) },
      member.call(),
    );
  const create = (data: Record<string, unknown>) =>
    invoke(records.create, { collectionId, data }, actors.basic.call());
  const update = (recordId: string, changes: object, version: number) =>
    invoke(
      records.update,
      { collectionId, recordId, changes: { ...changes }, version },
      actors.basic.call(),
    );
  const download = async (attachmentId: string, member = actors.guest) =>
    (await invoke(attachments.download, { attachmentId }, member.call())) as File;

  /** Names of what lies in the tenant's folder. */
  const stored = () => readdir(join(dataDir, 'tenants', tenantId)).catch((): string[] => []);
  const rowOf = async (id: string) =>
    (
      await world.rowsOf<{ state: string; record_id: string | null; expires: boolean }>(
        actors.tenant,
        `select state, record_id, expires_at is not null as expires from files
         where tenant_id = $1 and id = $2`,
        [tenantId, id],
      )
    )[0];
  /** Lets the time of a file pass, if it has one, and sweeps. */
  const sweepAfter = async (id: string) => {
    await world.rowsOf(
      actors.tenant,
      `update files set expires_at = now() - interval '1 minute' where tenant_id = $1 and id = $2
         and expires_at is not null returning id`,
      [tenantId, id],
    );
    await runJob({
      ...{ tenantId, plane: 'tenant', outboxId: uuidv7() },
      job: 'attachments.sweep',
      input: {},
    });
  };
  const end = async () => {
    await world.end();
    await rm(dataDir, { recursive: true, force: true });
  };
  return {
    ...{ world, actors, collectionId, fieldId, upload, create, update, download },
    ...{ stored, rowOf, sweepAfter, end },
  };
}
