import { eq, inArray } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { uniqueKeys } from '@/db/schema/tenant/record-links';
import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
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

/** A value of a unique field that somebody else has. */
export interface Taken {
  /** Place of the document in what was asked. */
  index: number;
  field: StoredField;
  /** A whole sentence for people. */
  message: string;
}

const perQuestion = 5_000;

/**
 * Which of these documents repeat a value that another record, or one before them, holds in a field
 * that allows each value once. The database refuses them in any case; this says which and why.
 */
export async function findTaken(
  db: TenantDb,
  fields: readonly StoredField[],
  claimants: readonly Claimant[],
): Promise<Taken[]> {
  const claims = claimsOf(fields, claimants);
  const holders = await holdersOf(db, [...new Set(claims.map(({ key }) => key))]);
  const given = new Map<string, number>();
  const taken: Taken[] = [];
  for (const { key, index, field } of claims) {
    const holder = holders.get(key);
    const first = given.get(key);
    const { id, data = {} } = claimants[index] ?? {};
    const value = showValue(field, valueIn(data, field.key), nothingKnown).slice(0, 80);
    if (holder && holder.id !== id && !moves(claimants, holder.id)) {
      const name = titleOf(fields, holder.data);
      const who = name && name !== value ? `“${name}” has` : 'another record has';
      taken.push({
        index,
        field,
        message: `${field.name} must be different in each record: ${who} “${value}” already.`,
      });
    } else if (first !== undefined) {
      taken.push({
        index,
        field,
        message: `${field.name} must be different in each record: “${value}” is given twice.`,
      });
    } else given.set(key, index);
  }
  return taken;
}

// A holder that is itself being rewritten gives its value up, or repeats it among the claims.
const moves = (claimants: readonly Claimant[], id: string) =>
  claimants.some((claimant) => claimant.id === id);

function claimsOf(fields: readonly StoredField[], claimants: readonly Claimant[]) {
  const unique = fields.filter((field) => field.unique);
  return claimants.flatMap(({ data }, index) =>
    unique.flatMap((field) => {
      const key = uniqueKey(field, data);
      return key ? [{ key, index, field }] : [];
    }),
  );
}

async function holdersOf(db: TenantDb, keys: readonly string[]) {
  const holders = new Map<string, { id: string; data: Data }>();
  for (let at = 0; at < keys.length; at += perQuestion) {
    const found = await db
      .select({ key: uniqueKeys.id, id: records.id, data: records.data })
      .from(uniqueKeys)
      .innerJoin(records, eq(records.id, uniqueKeys.recordId))
      .where(inArray(uniqueKeys.id, keys.slice(at, at + perQuestion)));
    for (const { key, id, data } of found) holders.set(key, { id, data: data as Data });
  }
  return holders;
}
