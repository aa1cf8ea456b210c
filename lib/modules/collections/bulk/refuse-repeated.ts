import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { type Holders, holdersOf, type Strict, takenAmong } from '../records/taken';
import type { Data } from '../values/row';
import { uniqueKey } from '../values/unique';
import type { ChangesResult } from './shapes';

type Refused = ChangesResult['refused'];

/** New values for a record, beside the document it has. */
export interface Change {
  id: string;
  held: Data;
  data: Data;
}

/**
 * Takes those values out of the changes that may stand once and would stand twice, and answers why.
 * Records of one request may pass values on to each other.
 */
export async function refuseRepeated(
  db: TenantDb,
  collection: Strict,
  changes: readonly Change[],
): Promise<Refused> {
  const holders = await holdersOf(db, collection, changes.map(merged));
  const refused: Refused = [];
  // Each round takes a value out, which gives its record back what another may have counted on.
  for (;;) {
    const found = repeatedAmong(collection, changes, holders);
    if (found.length === 0) return refused;
    for (const { change, key, message } of found) {
      if (!Object.hasOwn(change.data, key)) continue;
      delete change.data[key];
      refused.push({ recordId: change.id, key, message });
    }
  }
}

export const merged = ({ id, held, data }: Change) => ({ id, data: { ...held, ...data } });

function repeatedAmong(collection: Strict, changes: readonly Change[], holders: Holders) {
  return takenAmong(collection, changes.map(merged), holders).flatMap(
    ({ index, field, message }) => {
      const change = changes[index];
      if (!change) return [];
      const { key } = field;
      if (Object.hasOwn(change.data, key)) return [{ change, key, message }];
      return rivalsOf(change, { field, collection }, changes);
    },
  );
}

/** Changes that want a value which a record among them keeps. */
function rivalsOf(
  keeper: Change,
  { field, collection }: { field: StoredField; collection: Strict },
  changes: readonly Change[],
) {
  const claim = uniqueKey(field, keeper.held) ?? '';
  const holders = new Map([[claim, { id: keeper.id, data: keeper.held }]]);
  const { key } = field;
  return changes
    .filter((change) => change !== keeper && Object.hasOwn(change.data, key))
    .flatMap((change) =>
      takenAmong(collection, [merged(change)], holders).map(({ message }) => ({
        change,
        key,
        message,
      })),
    );
}
