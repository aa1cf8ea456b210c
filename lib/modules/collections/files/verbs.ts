import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { imports } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import { callerNow } from '@/lib/billing/held-plan';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, notFound } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import { plainName } from '@/lib/files/plain-name';
import { roomForFile } from '@/lib/files/room';
import { sniffTable } from '@/lib/files/sniff';
import { loadImport } from '../imports/load';
import type { AskingDb } from '../rules/reader';
import { openWorkbook } from '../spreadsheets/workbook';
import { workbookType } from '../spreadsheets/write';

/** Largest file that can be uploaded, bytes. */
const maxFileBytes = 10 * 1024 * 1024;

const headBytes = 4096;

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/**
 * Keeps an uploaded CSV, JSON or Excel file: its row is pending until all bytes are safe, then ready.
 * Throws `limit` when it is too large and `invalid` when it is something else.
 */
export async function uploadFile(ctx: TenantCtx, { file }: { file: File }): Promise<StoredFile> {
  if (file.size > maxFileBytes) {
    throw new AppError('limit', 'The file is larger than 10 MB. Split it, or remove columns.');
  }
  const mediaType = await tableTypeOf(file);
  const id = uuidv7();
  const row = { id, name: plainName(file.name, 'file.csv'), mediaType, sizeBytes: file.size };
  const place = { tenantId: ctx.tenant.id, fileId: id };
  await ctx.db.insert(files).values({ ...row, purpose: 'import', createdBy: ctx.actor.id });
  try {
    const stored = await fileStore().write(place, file.stream(), { maxBytes: maxFileBytes });
    const caller = await callerNow(ctx);
    await ctx.transact(async (db) => {
      await roomForFile({ caller, db }, stored.sizeBytes);
      ctx.about('file', id, { name: row.name, sizeBytes: stored.sizeBytes });
      await db
        .update(files)
        .set({ ...stored, state: 'ready' })
        .where(eq(files.id, id));
    });
  } catch (error) {
    await fileStore().remove(place);
    await ctx.db.update(files).set({ state: 'deleted' }).where(eq(files.id, id));
    throw error;
  }
  return row;
}

async function tableTypeOf(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const sniffed = sniffTable(head);
  if ('refused' in sniffed) {
    const message = `This file is ${sniffed.refused}. Save it as CSV and try again.`;
    throw new AppError('invalid', message, { fields: { file: message } });
  }
  if (sniffed.kind !== 'zip') return sniffed.kind;
  await openWorkbook(file);
  return workbookType;
}

async function loadFile({ db }: Pick<TenantCtx, 'db'>, fileId: string): Promise<StoredFile> {
  const [file] = await db
    .select({
      id: files.id,
      name: files.name,
      mediaType: files.mediaType,
      sizeBytes: files.sizeBytes,
    })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.state, 'ready')));
  if (!file) throw notFound('This file');
  return file;
}

/**
 * A ready file that this person may read. Throws `not_found`, as for what somebody else imported into
 * a collection whose rules keep something from them.
 */
export async function openFile(ctx: AskingDb, fileId: string): Promise<StoredFile> {
  const file = await loadFile(ctx, fileId);
  const uses = await ctx.db
    .select({ id: imports.id })
    .from(imports)
    .where(eq(imports.fileId, fileId))
    .limit(100);
  for (const { id } of uses) await loadImport(ctx, id);
  return file;
}

/** The file as it was uploaded. Throws `not_found`. */
export async function downloadFile(ctx: TenantCtx, { fileId }: { fileId: string }): Promise<File> {
  const { name, mediaType } = await openFile(ctx, fileId);
  const blob = await fileStore().blob({ tenantId: ctx.tenant.id, fileId }, mediaType);
  return new File([blob], name, { type: mediaType });
}
