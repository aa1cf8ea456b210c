import { sql } from 'drizzle-orm';
import type { TenantDb } from './tenant';
import { read } from './wire/access';

export interface WordSearch {
  /** Three letters in a row each, as `app.search_keys` makes them of a text; 1 to 400. */
  parts: readonly string[];
  /** Only these collections. */
  collectionIds?: readonly string[] | undefined;
  /** Records whose text begins with it, or has it in its first line, come first. */
  phrase: string;
  /** At most 500. */
  limit: number;
  /** How many of the likeliest to pass over; at most 2,000. */
  offset?: number | undefined;
  sight?: WordSight | undefined;
}

/** What of a tenant's records somebody may find; everything when left out. */
export interface WordSight {
  readerId: string | null;
  /** Collections to pass over. */
  closed: readonly string[];
  /** Collections of which only some records are open: those named below. */
  ruled: readonly string[];
  /** Of these collections the records that the reader made. */
  own: readonly string[];
  /** By collection: keys of fields that, naming the reader, open a record. */
  assigned: Readonly<Record<string, readonly string[]>>;
  /** Lists of people, by their ids, that `near` points into. */
  people: readonly Readonly<Record<string, 1>>[];
  /** By collection: whose records are open too, made by them or naming them under these keys. */
  near: Readonly<Record<string, { people: number; keys: readonly string[] }>>;
}

/** What a search of words answers. */
export interface WordHit {
  id: string;
  collectionId: string;
}

/**
 * Records of the tenant whose text has all parts, the likeliest first: candidates, since parts that
 * stand apart are found too. Of more than 2,000 some 2,000 are looked at. One query for a batch.
 */
export const recordsWithParts = (db: TenantDb, search: WordSearch) => {
  const { parts, collectionIds, phrase, limit, offset = 0, sight } = search;
  const { readerId = null, ...open } = sight ?? {};
  const only = collectionIds
    ? sql`array(select jsonb_array_elements_text(${JSON.stringify(collectionIds)}::jsonb)::uuid)`
    : sql`null::uuid[]`;
  return db.execute<WordHit & Record<string, unknown>>(
    read(sql`select id, collection_id as "collectionId" from search_records(
      array(select jsonb_array_elements_text(${JSON.stringify(parts)}::jsonb)),
      ${only}, ${phrase}, ${limit}::integer, ${offset}::integer, ${readerId}::uuid,
      ${JSON.stringify(open)}::jsonb)`),
  );
};
