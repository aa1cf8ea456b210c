import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { type KeptFile as Kept, keepFile as keep } from '@/lib/files/keep-file';
import { mediaOf } from '@/lib/files/media';
import { mediaKindFacts } from '@/lib/files/media-kinds';
import type { StoredField } from '../fields/shapes';
import { mostMegabytes } from '../settings';
import { fileRef } from '../values/files';
import { attached } from './sweep';

const mega = 1024 * 1024;
const headBytes = 256;

export interface KeptFile extends Kept {
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

/** Keeps a file for a field until a record takes it; `settle` makes it ready in one transaction. */
export const keepFile = (
  ctx: Pick<TenantCtx, 'db' | 'tenant' | 'actor' | 'caller' | 'readControl'>,
  { field, file, mediaType }: { field: Taking; file: File; mediaType: string },
  settle: (ready: (db: TenantDb) => Promise<void>, kept: KeptFile) => Promise<void>,
): Promise<KeptFile> =>
  keep(
    ctx,
    { file, mediaType, maxBytes: mostMegabytes * mega, swept: attached, fieldId: field.id },
    { kept: (row) => ({ ...row, value: fileRef(row.id, row.name) }), settle },
  );
