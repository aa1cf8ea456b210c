import { eq, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { Slot } from '../values/slots';
import type { Access, Sight } from './access';
import type { Deed } from './shapes';

/** What records are open to somebody, and who they are: an id, or the place of one. */
export interface Opening extends Record<Deed, Sight> {
  readerId: string | Placeholder | null;
  assignees: Access['assignees'];
}

/** A collection with what somebody may do in it. */
export interface Reached {
  id: string;
  access: Opening;
}

/**
 * The records of a collection that are open to a person for a deed. Every question about records goes
 * through here or `rowsAmong`; the ways around are named in the check of row rules.
 */
export const rowsOf = ({ id, access }: Reached, deed: Deed = 'see'): SQL =>
  sql`(${eq(records.collectionId, id)} and ${reachOf(access, deed)})`;

/** The same for several collections at once. */
export function rowsAmong(collections: readonly Reached[], deed: Deed = 'see'): SQL {
  const open = collections.filter(({ access }) => access[deed].all).map(({ id }) => id);
  const narrow = collections.filter(({ access }) => !access[deed].all);
  return or(
    sql`${records.collectionId} = any(${sql.param(open)}::uuid[])`,
    ...narrow.map((one) => rowsOf(one, deed)),
  ) as SQL;
}

// Equality with an indexed column each, so that a person's records are found by their index.
function reachOf({ readerId, assignees, ...access }: Opening, deed: Deed): SQL {
  const { all, own, assigned, people } = access[deed];
  if (all) return sql`true`;
  if (readerId === null) return sql`false`;
  const ways = [
    ...(own ? [eq(records.createdBy, readerId)] : []),
    ...(assigned ? assignees.map((field) => names(field, readerId)) : []),
    ...(people.length > 0 ? [madeByAny(people)] : []),
    ...(people.length > 0 ? assignees.map((field) => namesAny(field, people)) : []),
  ];
  return or(...ways) ?? sql`false`;
}

/** Ids of those who, assigned to a record, let this person see it. */
export const personsSeen = ({ see, readerId }: Access): string[] => [
  ...(see.assigned && readerId ? [readerId] : []),
  ...see.people,
];

/** That a field of persons names this one. */
export const names = (field: Access['assignees'][number], personId: string | Placeholder): SQL =>
  sql`${held(field)} = ${personId}`;

const madeByAny = (people: readonly string[]): SQL =>
  sql`${records.createdBy} = any(${sql.param(people)}::uuid[])`;

/** That a field of persons names one of these. */
export const namesAny = (field: Access['assignees'][number], people: readonly string[]): SQL =>
  sql`${held(field)} = any(${sql.param(people)}::text[])`;

const held = ({ slot, key }: Access['assignees'][number]): SQL =>
  slot ? sql`${records[slot as Slot]}` : sql`(${records.data} ->> ${key})`;
