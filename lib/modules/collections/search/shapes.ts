import { z } from 'zod';

/** Places in one answer's order beyond which nothing is looked at. */
export const maxHits = 300;

export const SearchInput = z.strictObject({
  /** Words, or parts of words: a record has them all. */
  query: z
    .string()
    .trim()
    .min(1, 'Give at least one word')
    .max(200, 'Words of at most 200 characters together'),
  /** Only these collections. */
  collectionIds: z.array(z.uuid()).max(50, 'At most 50 collections').optional(),
  limit: z.number().int().min(1).max(50).default(20),
  /** How many hits to pass over. */
  offset: z.number().int().min(0).max(maxHits).default(0),
});
export type SearchInput = z.infer<typeof SearchInput>;

/** A stretch of text; `hit` where a word of the search stands. */
const SnippetPart = z.object({ text: z.string(), hit: z.boolean() });

const SearchHit = z.object({
  id: z.uuid(),
  collectionId: z.uuid(),
  collectionName: z.string(),
  collectionIcon: z.string(),
  /** What the record is called, in parts; none when it has no name. */
  title: z.array(SnippetPart),
  /** Another field that has words of the search. */
  found: z.object({ field: z.string(), name: z.string(), parts: z.array(SnippetPart) }).nullable(),
  updatedAt: z.coerce.date(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchPage = z.object({
  hits: z.array(SearchHit),
  /** Hits in all, counted to some 300. */
  total: z.number().int(),
  /** True when there are more than were counted: another word would narrow it. */
  more: z.boolean(),
  /** True when nothing has the words as they were written, and the hits have them but for a slip. */
  corrected: z.boolean(),
  /** Collections that have hits, whichever were asked for. */
  collections: z.array(
    z.object({ id: z.uuid(), name: z.string(), icon: z.string(), count: z.number().int() }),
  ),
});
export type SearchPage = z.infer<typeof SearchPage>;
