import { foldText, wellFormed } from '@/lib/fields/fold';
import type { AskingDb } from '../rules/reader';
import { candidates, lookOn, union } from './candidates';
import { type Ranked, rank, wantedOf } from './rank';
import { type ReachedRecord, reach } from './reach';
import { maxHits, type SearchHit, type SearchInput, type SearchPage } from './shapes';
import { sightOf } from './sight';
import { snippetOf } from './snippet';
import { partsOf, slippedParts, wordsOf } from './words';

/** Candidates for an answer that is only glanced at. */
const fewCandidates = 100;

/** Ways in which a slip is looked for at once. */
const maxWays = 6;

/**
 * Records of every collection that have all words of a query, the best first. The index names
 * candidates; what the caller sees of them is read as lists read it, and only that is searched.
 */
export async function searchRecords(
  ctx: AskingDb,
  { query: written, collectionIds, limit, offset }: SearchInput,
): Promise<SearchPage> {
  const query = wellFormed(written).replaceAll('\0', ' ');
  const words = wordsOf(query);
  const parts = partsOf(words);
  const most = offset + limit <= 10 ? fewCandidates : maxHits;
  if (parts.length === 0) return nothing;
  const search = { phrase: foldText(query).trim(), limit: most, sight: await sightOf(ctx) };
  const wanted = wantedOf(query, words, false);
  const everywhere = await candidates(ctx, [{ ...search, parts }]);
  const within = collectionIds
    ? await candidates(ctx, [{ ...search, parts, collectionIds }])
    : everywhere;
  const first = rank(await reach(ctx, union([everywhere, within])), wanted);
  const { ranked, more } = await lookOn(
    ctx,
    { ranked: first, more: within.length === most },
    { search: { ...search, parts, collectionIds }, wanted, enough: offset + limit },
  );
  if (ranked.length > 0) {
    return answer(ranked, { collectionIds, limit, offset, more, corrected: false });
  }
  const ways = slippedParts(words).slice(0, maxWays);
  if (ways.length === 0) return nothing;
  const near = await candidates(
    ctx,
    ways.map((way) => ({ ...search, parts: way })),
  );
  const slipped = rank(await reach(ctx, near), wantedOf(query, words, true));
  return answer(slipped, { collectionIds, limit, offset, more: false, corrected: true });
}

const nothing: SearchPage = { hits: [], total: 0, more: false, corrected: false, collections: [] };

interface Page {
  collectionIds: string[] | undefined;
  limit: number;
  offset: number;
  more: boolean;
  corrected: boolean;
}

function answer(ranked: readonly Ranked[], page: Page): SearchPage {
  const { collectionIds, limit, offset, more, corrected } = page;
  const asked = collectionIds
    ? ranked.filter(({ record }) => collectionIds.includes(record.collection.id))
    : ranked;
  return {
    hits: asked.slice(offset, offset + limit).map(hitOf),
    total: asked.length,
    more,
    corrected: corrected && asked.length > 0,
    collections: countsOf(ranked.map(({ record }) => record)),
  };
}

function countsOf(records: readonly ReachedRecord[]): SearchPage['collections'] {
  const counts = new Map<string, SearchPage['collections'][number]>();
  for (const { collection } of records) {
    const { id, name, icon } = collection;
    const counted = counts.get(id);
    if (counted) counted.count += 1;
    else counts.set(id, { id, name, icon, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function hitOf({ record, title, found }: Ranked): SearchHit {
  const { collection } = record;
  return {
    id: record.id,
    collectionId: collection.id,
    collectionName: collection.name,
    collectionIcon: collection.icon,
    title: title ? snippetOf(title.text, title.match) : [],
    found: found
      ? {
          field: found.field.key,
          name: found.field.name,
          parts: snippetOf(found.text, found.match),
        }
      : null,
    updatedAt: record.updatedAt,
  };
}
