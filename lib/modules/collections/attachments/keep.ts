import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import { mediaOf } from '@/lib/files/media';
import { mediaKindFacts } from '@/lib/files/media-kinds';
import type { StoredField } from '../fields/shapes';
import { plainName } from '../files/verbs';
import { mostMegabytes } from '../settings';
import { fileRef } from '../values/files';
import { planFileSweep } from './sweep';

const mega = 1024 * 1024;
const headBytes = 256;
/** How long an upload waits for a record to take it. */
const waitMs = 24 * 3_600_000;

export interface KeptFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  /** As it is written into a record. */
  value: string;
}

type Taking = Pick<StoredField, 'id' | 'name' | 'options'>;

/** What a file is, and why a field does not take it: in the designer's words when there are any. */
export async function refusalOf(field: Taking, file: File, most: number) {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const { kind, mediaType } = mediaOf(file.name, head);
  const { maxMegabytes = most, kinds, message } = field.options;
  const own = Math.min(maxMegabytes, most);
  const why =
    file.size === 0
      ? 'takes no empty file'
      : file.size > own * mega
        ? `takes files of up to ${own} MB`
        : kinds && !(kind && kinds.includes(kind))
          ? `takes ${kinds.map((one) => mediaKindFacts[one].words).join(', ')} only`
          : null;
  return { mediaType, refused: why && (message || `${field.name} ${why}.`) };
}

/** As it is asked for by name. Throws `invalid` at `file`. */
export async function mediaTypeFor(field: Taking, file: File, most: number): Promise<string> {
  const { mediaType, refused } = await refusalOf(field, file, most);
  if (refused) throw new AppError('invalid', refused, { fields: { file: refused } });
  return mediaType;
}

/**
 * Keeps the bytes of a file for a field: its row is pending until all are safe, then `settle` makes
 * it ready in one transaction. Whatever goes wrong leaves nothing behind.
 */
export async function keepFile(
  ctx: Pick<TenantCtx, 'db' | 'tenant' | 'actor'>,
  { field, file, mediaType }: { field: Taking; file: File; mediaType: string },
  settle: (ready: (db: TenantDb) => Promise<void>, kept: KeptFile) => Promise<void>,
): Promise<KeptFile> {
  const id = uuidv7();
  const name = plainName(file.name);
  const place = { tenantId: ctx.tenant.id, fileId: id };
  const expiresAt = new Date(Date.now() + waitMs);
  const row = { id, name, mediaType, sizeBytes: file.size };
  await ctx.db.insert(files).values({
    ...row,
    ...{ purpose: 'attachment', fieldId: field.id, createdBy: ctx.actor.id, expiresAt },
  });
  const kept = { ...row, value: fileRef(id, name) };
  try {
    const stored = await fileStore().write(place, file.stream(), {
      maxBytes: mostMegabytes * mega,
    });
    await settle(async (db) => {
      await planFileSweep(db, expiresAt);
      await db
        .update(files)
        .set({ ...stored, state: 'ready' })
        .where(and(eq(files.id, id), eq(files.state, 'pending')));
    }, kept);
    return kept;
  } catch (error) {
    await fileStore().remove(place);
    await ctx.db.delete(files).where(eq(files.id, id));
    throw error;
  }
}
