import { and, eq, isNull } from 'drizzle-orm';
import { collections, fields, records } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid, isAppError, notFound } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import type { StoredField } from '../fields/shapes';
import { loadCollection } from '../load';
import { lockedWord } from '../records/check';
import { getRecord } from '../records/update';
import { fileRef, fileRefs } from '../values/files';
import { holdsFiles } from './hold';
import { type KeptFile, keepFile, mediaTypeFor } from './keep';
import { mostOfOneFile } from './most';

/** Keeps a file until a record takes it. Throws `invalid` for what the field does not take. */
export async function uploadAttachment(
  ctx: TenantCtx,
  { fieldId, file }: { fieldId: string; file: File },
): Promise<KeptFile> {
  const field = await loadFileField(ctx, fieldId);
  const mediaType = await mediaTypeFor(field, file, await mostOfOneFile(ctx.db));
  return await keepFile(ctx, { field, file, mediaType }, async (ready, { id, name, sizeBytes }) => {
    await ctx.transact(async (db) => {
      ctx.about('file', id, { name, sizeBytes, fieldId });
      await ready(db);
    });
  });
}

async function loadFileField(ctx: TenantCtx, fieldId: string): Promise<StoredField> {
  const [found] = await ctx.db
    .select({ collectionId: fields.collectionId })
    .from(fields)
    .innerJoin(collections, eq(collections.id, fields.collectionId))
    .where(and(eq(fields.id, fieldId), isNull(fields.deletedAt), isNull(collections.deletedAt)));
  const own = found && (await loadCollection(ctx, found.collectionId)).fields;
  const field = own?.find(({ id }) => id === fieldId);
  if (!field) throw notFound('This field');
  if (field.locked) throw new AppError('forbidden', lockedWord(field));
  if (!holdsFiles(field)) throw invalid('fieldId', `${field.name} is no field of files.`);
  return field;
}

/** A file in a record that the caller may see, or their own that waits for one. Throws `not_found`. */
export async function downloadAttachment(
  ctx: TenantCtx,
  { attachmentId }: { attachmentId: string },
): Promise<File> {
  const [found] = await ctx.db
    .select({
      name: files.name,
      mediaType: files.mediaType,
      createdBy: files.createdBy,
      holder: files.recordId,
      collectionId: records.collectionId,
    })
    .from(files)
    .leftJoin(records, eq(records.id, files.recordId))
    .where(
      and(eq(files.id, attachmentId), eq(files.purpose, 'attachment'), eq(files.state, 'ready')),
    );
  if (!found) throw notFound('This file');
  const { name, mediaType, createdBy, holder, collectionId } = found;
  const value = fileRef(attachmentId, name);
  const isSeen =
    holder === null
      ? createdBy !== null && createdBy === ctx.actor.id
      : await isHeld(ctx, value, { collectionId: collectionId ?? '', recordId: holder });
  if (!isSeen) throw notFound('This file');
  ctx.call.validator = attachmentId;
  const blob = await fileStore().blob({ tenantId: ctx.tenant.id, fileId: attachmentId }, mediaType);
  return new File([blob], name, { type: mediaType });
}

/** Whether a record that the caller may see holds a file. */
async function isHeld(
  ctx: TenantCtx,
  value: string,
  place: { collectionId: string; recordId: string },
): Promise<boolean> {
  if (!place.collectionId) return false;
  try {
    const { data } = await getRecord(ctx, place);
    return Object.values(data).some((one) => fileRefs(one).includes(value));
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return false;
    throw error;
  }
}
