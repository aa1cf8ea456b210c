import type { TenantDb } from '@/db/tenant';
import { filesHeldElsewhere } from '../attachments/held-elsewhere';
import type { StoredField } from '../fields/shapes';
import { type Change, merged } from './refuse-repeated';
import type { ChangesResult } from './shapes';

/** Takes the files out of the changes that are another record's, and answers why. */
export async function refuseFiles(
  db: TenantDb,
  fields: readonly StoredField[],
  changes: readonly Change[],
): Promise<ChangesResult['refused']> {
  const wrong = await filesHeldElsewhere(db, fields, changes.map(merged));
  return wrong.flatMap(({ index, field: { key }, message }) => {
    const change = changes[index];
    if (!change || !Object.hasOwn(change.data, key)) return [];
    delete change.data[key];
    return [{ recordId: change.id, key, message }];
  });
}
