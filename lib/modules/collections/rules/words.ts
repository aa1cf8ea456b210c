import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { foldText } from '@/lib/fields/fold';
import { containing } from '@/lib/like';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { documentText } from '../view/stored-columns';
import type { Access } from './access';

interface Searched {
  id: string;
  fields: readonly StoredField[];
  access: Access;
}

/** Records with these words in what a person sees of them; nothing to ask for where there are none. */
export function wordsIn(collection: Searched, search: string | undefined): SQL | undefined {
  const words = wordsOf(search);
  if (!words) return undefined;
  const anywhere = sql`${records.searchText} like ${containing(words)}`;
  if (!hidesAny(collection)) return anywhere;
  // The text that is searched by holds hidden values too: it finds, but only what is seen counts.
  return and(anywhere, or(...collection.fields.flatMap((field) => wordsInField(field, words)), no));
}

/** The same in records of several collections. */
export function wordsAmong(
  collections: readonly Searched[],
  search: string | undefined,
): SQL | undefined {
  const words = wordsOf(search);
  if (!words) return undefined;
  const open = collections.filter((one) => !hidesAny(one)).map(({ id }) => id);
  const inOpen = sql`${records.collectionId} = any(${sql.param(open)}::uuid[])`;
  return or(
    and(inOpen, sql`${records.searchText} like ${containing(words)}`),
    ...collections
      .filter(hidesAny)
      .map((one) => and(eq(records.collectionId, one.id), wordsIn(one, search))),
  );
}

const wordsOf = (search: string | undefined) => foldText(search ?? '').trim();

const hidesAny = ({ access }: Searched) => [...access.limits.values()].includes('hidden');

const no = sql`false`;

function wordsInField(field: StoredField, words: string): SQL[] {
  const { words: wordsOfValue, choicesIn, lists } = ruleOf(field.type);
  if (!wordsOfValue || field.formula) return [];
  if (!choicesIn) return [sql`lower(${documentText(field)}) like ${containing(words)}`];
  const ids = (field.options.choices ?? [])
    .filter(({ name }) => foldText(name).includes(words))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  return lists
    ? [sql`${records.data} -> ${field.key} ?| ${sql.param(ids)}::text[]`]
    : [inArray(documentText(field), ids)];
}
