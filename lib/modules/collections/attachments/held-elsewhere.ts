import { inArray } from 'drizzle-orm';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { fileIdOf, fileNameOf, fileRefs } from '../values/files';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import { holdsFiles } from './hold';

interface Claimant {
  id?: string;
  data: Data;
}

interface Claim {
  index: number;
  field: StoredField;
  ref: string;
}

/** A file that a document names and may not have. */
export interface WrongFile {
  index: number;
  field: StoredField;
  /** A whole sentence for people. */
  message: string;
}

/**
 * Which of these documents name a file that is another record's, was uploaded for another field, or
 * stands in two of them. Reads nothing where no document names a file.
 */
export async function filesHeldElsewhere(
  db: TenantDb,
  fields: readonly StoredField[],
  claimants: readonly Claimant[],
): Promise<WrongFile[]> {
  const own = fields.filter(holdsFiles);
  const claims = claimants.flatMap(({ data }, index) =>
    own.flatMap((field) =>
      fileRefs(valueIn(data, field.key)).map((ref): Claim => ({ index, field, ref })),
    ),
  );
  if (claims.length === 0) return [];
  const ids = claims.map(({ ref }) => fileIdOf(ref));
  const found = await db
    .select({ id: files.id, fieldId: files.fieldId, recordId: files.recordId, state: files.state })
    .from(files)
    .where(inArray(files.id, ids));
  const byId = new Map(found.map((file) => [file.id, file]));
  const given = new Set<string>();
  return claims.flatMap(({ index, field, ref }) => {
    const id = fileIdOf(ref);
    const twice = given.has(id);
    given.add(id);
    const file = byId.get(id);
    const why =
      file?.state !== 'ready' || file.fieldId !== field.id
        ? 'has a file that was not uploaded for it'
        : file.recordId !== null && file.recordId !== claimants[index]?.id
          ? 'has a file of another record'
          : twice
            ? 'has a file that is given twice'
            : null;
    if (!why) return [];
    return [{ index, field, message: `${field.name} ${why}: ${fileNameOf(ref).slice(0, 80)}.` }];
  });
}
