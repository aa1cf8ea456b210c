import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { valueIn } from '../values/show';
import { titleField } from '../values/title';
import { formOf } from './form';
import { beginsWord, matchText, type TextMatch } from './match';
import type { ReachedRecord } from './reach';

interface FieldMatch {
  field: StoredField;
  text: string;
  match: TextMatch;
}

/** A record that has every word of a search, and where. */
export interface Ranked {
  record: ReachedRecord;
  title: FieldMatch | undefined;
  /** The field besides the title that has most of the words. */
  found: FieldMatch | undefined;
  score: number;
}

export interface Wanted {
  words: readonly string[];
  /** The search as it was written, in the form that is compared. */
  phrase: string;
  /** Takes one slip in a long word. */
  lenient: boolean;
}

export const wantedOf = (query: string, words: readonly string[], lenient: boolean): Wanted => ({
  words,
  phrase: formOf(query).trim().replace(/\s+/g, ' '),
  lenient,
});

/** Records that have every word in fields that the reader sees, the best first. */
export const rank = (records: readonly ReachedRecord[], wanted: Wanted): Ranked[] =>
  records
    .flatMap((record) => judge(record, wanted) ?? [])
    .sort(
      (a, b) => b.score - a.score || b.record.updatedAt.getTime() - a.record.updatedAt.getTime(),
    );

function judge(record: ReachedRecord, { words, phrase, lenient }: Wanted): Ranked | null {
  const { fields } = record.collection;
  const named = titleField(fields);
  let title: FieldMatch | undefined;
  let found: FieldMatch | undefined;
  const has = new Set<string>();
  for (const field of fields) {
    const value = valueIn(record.data, field.key);
    const text = value === null ? undefined : ruleOf(field.type).words?.(value, field);
    if (!text) continue;
    const match = matchText(text, words, lenient);
    for (const word of match.spots.keys()) has.add(word);
    const own = { field, text, match };
    if (field.id === named?.id) title = own;
    else if (match.spots.size > (found?.match.spots.size ?? 0)) found = own;
  }
  if (words.some((word) => !has.has(word))) return null;
  return { record, title, found, score: scoreOf({ title, found }, words.length, phrase) };
}

function scoreOf(
  { title, found }: Pick<Ranked, 'title' | 'found'>,
  words: number,
  phrase: string,
): number {
  const slips = (title?.match.slips ?? 0) + (found?.match.slips ?? 0);
  return inTitle(title, words, phrase) + inField(found, phrase) - slips;
}

function inTitle(title: FieldMatch | undefined, words: number, phrase: string): number {
  if (!title || title.match.spots.size === 0) return 0;
  const { form } = title.match.mapped;
  if (form === phrase) return 100;
  if (form.startsWith(phrase)) return 80;
  const at = form.indexOf(phrase);
  if (at > 0) return beginsWord(form, at) ? 70 : 55;
  return title.match.spots.size === words ? 50 + title.match.starts : 30 + title.match.starts;
}

function inField(found: FieldMatch | undefined, phrase: string): number {
  if (!found) return 0;
  const { form } = found.match.mapped;
  const at = form.indexOf(phrase);
  if (at < 0) return 1 + found.match.starts;
  return beginsWord(form, at) ? 20 : 12;
}
