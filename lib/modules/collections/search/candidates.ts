import { recordsWithParts, type WordHit, type WordSearch } from '@/db/search';
import type { AskingDb } from '../rules/reader';
import { type Ranked, rank, type Wanted } from './rank';
import { reach } from './reach';

/** Candidates that are looked at once the first of them gave too few hits. */
const nextCandidates = 500;

/** Candidates that one search goes through at most. */
const mostCandidates = 2_000;

export interface Looked {
  ranked: Ranked[];
  /** True when there are candidates that nobody looked at. */
  more: boolean;
}

/** Records that any of these searches names, each once. One round trip. */
export async function candidates(
  { db }: AskingDb,
  searches: readonly WordSearch[],
): Promise<WordHit[]> {
  const [first, ...rest] = searches.map((search) => recordsWithParts(db, search));
  if (!first) return [];
  const found = await db.batch([first, ...rest]);
  return union(found.map(({ rows }) => rows));
}

export const union = (lists: readonly (readonly WordHit[])[]): WordHit[] => [
  ...new Map(lists.flat().map((hit) => [hit.id, hit])).values(),
];

/**
 * Goes on through the candidates of a search while there are too few hits among them: parts that stand
 * apart and words of fields that the reader does not see make candidates, and no hits.
 */
export async function lookOn(
  ctx: AskingDb,
  looked: Looked,
  { search, wanted, enough }: { search: WordSearch; wanted: Wanted; enough: number },
): Promise<Looked> {
  const only = search.collectionIds;
  const counts = ({ record }: Ranked) => !only || only.includes(record.collection.id);
  let { ranked, more } = looked;
  let offset = search.limit;
  while (more && ranked.filter(counts).length < enough && offset < mostCandidates) {
    const limit = Math.min(nextCandidates, mostCandidates - offset);
    const next = await candidates(ctx, [{ ...search, limit, offset }]);
    const known = new Set(ranked.map(({ record }) => record.id));
    const fresh = next.filter(({ id }) => !known.has(id));
    ranked = [...ranked, ...rank(await reach(ctx, fresh), wanted)];
    more = next.length === limit;
    offset += limit;
  }
  return { ranked, more };
}
