import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { uniqueKeys } from '@/db/schema/tenant/record-links';
import type { TenantDb } from '@/db/tenant';
import type { Design } from '../rules/fields';
import { uniqueKey } from '../values/unique';
import type { Named, Renaming } from './renaming';

/** A record that goes on naming the former account, since another one names the new one already. */
export const Clash = z.strictObject({
  collectionId: z.uuid(),
  fieldId: z.uuid(),
  recordId: z.uuid(),
});
export type Clash = z.output<typeof Clash>;

interface Renamed {
  design: Design;
  /** Of the person fields. */
  keys: readonly string[];
  rows: readonly Named[];
  renaming: Renaming;
}

/** In which of these records fields that take each value once cannot name somebody. */
export async function takenFields(db: TenantDb, { design, keys, rows, renaming }: Renamed) {
  const { formerUserId, newUserId } = renaming;
  const strict = design.filter(({ unique, key }) => unique && keys.includes(key));
  const claims = strict.flatMap((field) => {
    const id = uniqueKey(field, { [field.key]: newUserId });
    return id ? [{ id, field }] : [];
  });
  if (claims.length === 0) return [];
  const holders = await db
    .select({ key: uniqueKeys.id, recordId: uniqueKeys.recordId })
    .from(uniqueKeys)
    .where(
      inArray(
        uniqueKeys.id,
        claims.map(({ id }) => id),
      ),
    );
  return holders.flatMap(({ key: held, recordId: holder }) => {
    const field = claims.find(({ id }) => id === held)?.field;
    if (!field) return [];
    // What is in the trash claims nothing.
    return rows
      .filter(({ id, data, deletedAt }) => {
        const isOther = id !== holder && data[field.key] === formerUserId;
        return isOther && deletedAt === null;
      })
      .map(({ id: recordId }) => ({ recordId, fieldId: field.id, key: field.key }));
  });
}
