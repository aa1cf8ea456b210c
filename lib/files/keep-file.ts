import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import { callerNow } from '../billing/held-plan';
import type { TenantCtx } from '../doors/ctx';
import { fileStore } from './file-store';
import { plainName } from './plain-name';
import { roomForFile } from './room';
import { planSweep, type Swept } from './sweep';

/** How long an upload waits for something to take it. */
const waitMs = 24 * 3_600_000;

export interface KeptFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

interface Keeping {
  file: File;
  mediaType: string;
  maxBytes: number;
  swept: Swept;
  /** Of an attachment: the field it is for. */
  fieldId?: string;
}

/**
 * Keeps the bytes of a file until something takes it: its row is pending until all are safe, then
 * `settle` makes it ready in one transaction. Whatever goes wrong leaves nothing behind.
 */
export async function keepFile<K extends KeptFile>(
  ctx: Pick<TenantCtx, 'db' | 'tenant' | 'actor' | 'caller' | 'readControl'>,
  { file, mediaType, maxBytes, swept, fieldId }: Keeping,
  {
    kept: shape,
    settle,
  }: {
    kept: (row: KeptFile) => K;
    settle: (ready: (db: TenantDb) => Promise<void>, kept: K) => Promise<void>;
  },
): Promise<K> {
  const id = uuidv7();
  const place = { tenantId: ctx.tenant.id, fileId: id };
  const expiresAt = new Date(Date.now() + waitMs);
  const row = { id, name: plainName(file.name), mediaType, sizeBytes: file.size };
  const { purpose } = swept;
  await ctx.db.insert(files).values({
    ...row,
    ...{ purpose, createdBy: ctx.actor.id, expiresAt, ...(fieldId && { fieldId }) },
  });
  const kept = shape(row);
  try {
    const stored = await fileStore().write(place, file.stream(), { maxBytes });
    const caller = await callerNow(ctx);
    await settle(async (db) => {
      await roomForFile({ caller, db }, row.sizeBytes);
      await planSweep(db, swept, expiresAt);
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
