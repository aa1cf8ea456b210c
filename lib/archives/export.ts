import { currentKey, enterArchive } from '@/db/archive/catalogue';
import { type Snapshot, withSnapshot } from '@/db/archive/snapshot';
import type { Servers } from '@/db/homes/servers';
import type { Operation } from '@/db/operations/queue';
import { takeOutMembers } from '../custom-fields/take-out';
import { fileStore } from '../files/file-store';
import { nameInExport } from '../files/name-in-export';
import { takeOuts } from '../modules/take-outs';
import type { Run } from '../operations/handler';
import { archiveKey } from './keys';
import { readMe } from './read-me';
import { seal } from './sealing';
import { store } from './take';
import { type ZipEntry, zip } from './zip';

/** How long an export can be fetched, days. */
const keepDays = 7;

interface Counted {
  rows: number;
  files: number;
  fileBytes: number;
  tables: { name: string; rows: number; checksum: string }[];
}

/**
 * Everything of a tenant as files that other programs read, of one moment, in one zip. It lies
 * sealed in the store until its time is over.
 */
export async function takeOut(servers: Servers, operation: Operation, run: Run) {
  const { tenantId, id, askedBy } = operation;
  const key = await currentKey(servers, tenantId);
  const header = { format: 1, archiveId: id, tenantId, keyId: key.id, content: 'export' } as const;
  return await withSnapshot(servers, tenantId, async (snapshot) => {
    const counted: Counted = { rows: 0, files: 0, fileBytes: 0, tables: [] };
    const bytes = zip(entriesOf(snapshot, run, counted));
    const stored = await store(tenantId, id, seal(header, archiveKey(key, tenantId, id), bytes));
    const { takenAt } = snapshot;
    const expiresAt = new Date(takenAt.getTime() + keepDays * 86_400_000);
    const facts = { tenantId, id, purpose: 'export', keyId: key.id, askedBy } as const;
    await enterArchive(servers, { ...facts, ...stored, ...counted, takenAt, expiresAt });
    return { archiveId: id, sizeBytes: stored.sizeBytes, rows: counted.rows, files: counted.files };
  });
}

async function* entriesOf(
  snapshot: Snapshot,
  run: Run,
  counted: Counted,
): AsyncGenerator<ZipEntry> {
  yield { name: 'READ ME.txt', data: text(readMe(snapshot)) };
  for (const take of [takeOutMembers, ...takeOuts]) yield* take(snapshot);
  for (const { name } of snapshot.tables) {
    await run.note({ rows: counted.rows, files: counted.files });
    yield { name: `tables/${name}.jsonl`, data: linesOf(snapshot, name, counted) };
  }
  for (const { id, name } of await namesOf(snapshot)) {
    const place = { tenantId: snapshot.standing.tenantId, fileId: id };
    const sizeBytes = await fileStore().sizeOf(place);
    if (sizeBytes === null) continue;
    run.signal.throwIfAborted();
    counted.files += 1;
    counted.fileBytes += sizeBytes;
    yield { name: `files/${nameInExport(id, name)}`, data: await fileStore().read(place) };
  }
}

async function* linesOf(snapshot: Snapshot, name: string, counted: Counted) {
  let rows = 0;
  for await (const row of snapshot.documents(name)) {
    rows += 1;
    yield `${JSON.stringify(row)}\n`;
  }
  counted.rows += rows;
  counted.tables.push({ name, rows, checksum: '0' });
}

async function namesOf(snapshot: Snapshot) {
  const found: { id: string; name: string }[] = [];
  for await (const { id, name, state } of snapshot.documents('files')) {
    if (state === 'ready') found.push({ id: String(id), name: String(name) });
  }
  return found;
}

async function* text(words: string) {
  yield words;
}
