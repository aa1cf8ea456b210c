import { eq, inArray } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { uniqueKeys } from '@/db/schema/tenant/record-links';
import type { TenantDb } from '@/db/tenant';
import { filesHeldElsewhere } from '../attachments/held-elsewhere';
import type { StoredField } from '../fields/shapes';
import type { LoadedCollection } from '../load';
import { mayReach } from '../rules/may-reach';
import type { Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import { titleOf } from '../values/title';
import { uniqueKey } from '../values/unique';
import { nothingKnown } from '../values/value';

/** A document about to be written; the id when its record exists already. */
export interface Claimant {
  id?: string;
  data: Data;
}

/** A value of a unique field, or a file, that somebody else has. */
export interface Taken {
  /** Place of the document in what was asked. */
  index: number;
  field: StoredField;
  /** A whole sentence for people. */
  message: string;
}

/** Records that hold values, by the id of the value; one out of the reader's sight has no data. */
export type Holders = ReadonlyMap<string, { id: string; data: Data | null }>;

/** The collection that values are kept apart in, as the reader has it. */
export type Strict = Pick<LoadedCollection, 'design' | 'fields' | 'access'>;

const perQuestion = 5_000;

/**
 * Which of these documents repeat a value that another record, or one before them, holds in a field
 * that allows each value once. The database refuses them in any case; this says which and why.
 */
export async function findTaken(
  db: TenantDb,
  collection: Strict,
  claimants: readonly Claimant[],
): Promise<Taken[]> {
  return [
    ...takenAmong(collection, claimants, await holdersOf(db, collection, claimants)),
    ...(await filesHeldElsewhere(db, collection.design, claimants)),
  ];
}

/** As `findTaken`, among holders that were read before. */
export function takenAmong(
  collection: Strict,
  claimants: readonly Claimant[],
  holders: Holders,
): Taken[] {
  // A holder that is itself being rewritten gives its value up, or repeats it among the claims.
  const moving = new Set(claimants.flatMap(({ id }) => id ?? []));
  const given = new Map<string, number>();
  const taken: Taken[] = [];
  for (const { key, index, field } of claimsOf(collection, claimants)) {
    const holder = holders.get(key);
    const first = given.get(key);
    const { id, data = {} } = claimants[index] ?? {};
    const value = showValue(field, valueIn(data, field.key), nothingKnown).slice(0, 80);
    const refuse = (why: string) => {
      const seen = collection.fields.some((one) => one.id === field.id);
      const message = seen
        ? `${field.name} must be different in each record: ${why}.`
        : 'A value that you do not see must be different in each record.';
      taken.push({ index, field, message });
    };
    if (holder && holder.id !== id && !moving.has(holder.id)) {
      const name = holder.data ? titleOf(collection.fields, holder.data) : '';
      const who = name && name !== value ? `“${name}” has` : 'another record has';
      refuse(`${who} “${value}” already`);
    } else if (first !== undefined) refuse(`“${value}” is given twice`);
    else given.set(key, index);
  }
  return taken;
}

function claimsOf({ design }: Strict, claimants: readonly Claimant[]) {
  const unique = design.filter((field) => field.unique);
  return claimants.flatMap(({ data }, index) =>
    unique.flatMap((field) => {
      const key = uniqueKey(field, data);
      return key ? [{ key, index, field }] : [];
    }),
  );
}

/** Who holds what these documents claim, by the id of the value. */
export async function holdersOf(
  db: TenantDb,
  collection: Strict,
  claimants: readonly Claimant[],
): Promise<Holders> {
  const keys = [...new Set(claimsOf(collection, claimants).map(({ key }) => key))];
  const holders = new Map<string, { id: string; data: Data | null }>();
  for (let at = 0; at < keys.length; at += perQuestion) {
    const found = await db
      .select({
        key: uniqueKeys.id,
        id: records.id,
        data: records.data,
        createdBy: records.createdBy,
      })
      .from(uniqueKeys)
      .innerJoin(records, eq(records.id, uniqueKeys.recordId))
      .where(inArray(uniqueKeys.id, keys.slice(at, at + perQuestion)));
    for (const { key, id, data, createdBy } of found) {
      const seen = mayReach(collection.access, 'see', { createdBy, data });
      holders.set(key, { id, data: seen ? (data as Data) : null });
    }
  }
  return holders;
}
