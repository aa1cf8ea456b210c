import { v7 as uuidv7 } from 'uuid';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { fileProcedures as files } from '../files/procedures';
import { importProcedures as imports } from '../imports/procedures';
import { recordProcedures as records } from '../records/procedures';
import type { Actors } from './actors';

type Content = string | Uint8Array<ArrayBuffer>;

/** Imports as an admin and the worker make them together. */
export function importing({ admin, tenant }: Pick<Actors, 'admin' | 'tenant'>) {
  const upload = (content: Content, name = 'people.csv') =>
    invoke(files.upload, { file: new File([content], name) }, admin.call());

  /** A draft of a new collection out of an uploaded file. */
  const draftOfFile = (fileId: string, collectionName: string) =>
    invoke(imports.create, { fileId, collectionName }, admin.call());

  const draftOf = async (content: Content, target?: { collectionId: string }) => {
    const { id: fileId } = await upload(content);
    if (!target) return await draftOfFile(fileId, `Import ${fileId}`);
    return await invoke(imports.create, { fileId, ...target }, admin.call());
  };

  /** Does a job of the worker that was asked for. */
  const work = (importId: string, job = 'imports.run') =>
    runJob({
      tenantId: tenant.tenantId,
      plane: 'tenant',
      outboxId: uuidv7(),
      job,
      input: { importId },
    });

  const get = (importId: string) => invoke(imports.get, { importId }, admin.call());

  /** Starts an import and does the worker's part of it. */
  const run = async (importId: string) => {
    await invoke(imports.start, { importId }, admin.call());
    await work(importId);
    return await get(importId);
  };

  const listOf = (collectionId: string, more = {}) =>
    invoke(records.list, { collectionId, ...more }, admin.call());

  return { upload, draftOf, draftOfFile, work, get, run, listOf };
}
