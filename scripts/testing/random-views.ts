import type { Field } from '@/lib/modules/collections/fields/shapes';
import { viewingOf } from '@/lib/modules/collections/fields/types/viewing';
import { isGroupType, isPeriodType, isSummedType } from '@/lib/modules/collections/view/fit';
import {
  combinators,
  type Operator,
  takesList,
  takesNothing,
} from '@/lib/modules/collections/view/operators';
import { type FilterNode, periods, type Sort } from '@/lib/modules/collections/view/state';

type Scalar = string | number | boolean;

/** The same numbers for the same seed, from 0 to below 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface RandomView {
  filters: FilterNode[];
  match: 'all' | 'any';
  sorts: Sort[];
  group: Sort | null;
  /** Key of a field of numbers that the groups add up. */
  sum: string | undefined;
  limit: number;
}

interface Source {
  random: () => number;
  fields: readonly Field[];
  /** Values that a field of this name may hold or be asked for. */
  values: Readonly<Record<string, readonly Scalar[]>>;
}

/** A view that a person might ask for, and some that nobody would. */
export function randomView(source: Source): RandomView {
  const { random, fields } = source;
  const sortable = fields.filter((field) => field.sortable);
  const grouped = sortable.filter(({ type }) => isGroupType(type));
  const sorts = Array.from({ length: upTo(random, 3) }, () => randomSort(source, sortable));
  return {
    filters: Array.from({ length: upTo(random, 3) }, () => randomNode(source, 2)),
    match: pick(random, combinators),
    sorts: sorts.filter((sort, at) => sorts.findIndex(({ field }) => field === sort.field) === at),
    group: random() < 0.4 ? randomSort(source, grouped, true) : null,
    sum:
      random() < 0.7
        ? pick(
            random,
            fields.filter(({ type }) => isSummedType(type)),
          ).key
        : undefined,
    limit: 1 + upTo(random, 40),
  };
}

function randomSort({ random }: Source, fields: readonly Field[], grouping = false): Sort {
  const field = pick(random, fields);
  const by =
    isPeriodType(field.type) && (grouping || random() < 0.3) ? pick(random, periods) : undefined;
  return { field: field.key, direction: random() < 0.5 ? 'asc' : 'desc', ...(by && { by }) };
}

function randomNode(source: Source, deeper: number): FilterNode {
  const { random } = source;
  if (deeper === 0 || random() < 0.7) return randomFilter(source);
  const filters = Array.from({ length: upTo(random, 3) }, () => randomNode(source, deeper - 1));
  return { op: pick(random, combinators), filters };
}

function randomFilter({ random, fields, values }: Source): FilterNode {
  const field = pick(random, fields);
  const op: Operator = pick(random, viewingOf(field.type).operators);
  if (takesNothing(op)) return { field: field.key, op };
  const one = () => pick(random, values[field.name] ?? []);
  if (op === 'between') return { field: field.key, op, value: [one(), one()] };
  if (takesList(op)) {
    return { field: field.key, op, value: Array.from({ length: 1 + upTo(random, 3) }, one) };
  }
  return { field: field.key, op, value: op.endsWith('contains') ? partOf(random, one()) : one() };
}

/** Some letters out of a text, in another case. */
function partOf(random: () => number, value: Scalar): string {
  const letters = [...String(value)];
  const from = upTo(random, Math.max(0, letters.length - 1));
  const part = letters.slice(from, from + 1 + upTo(random, 4)).join('');
  return random() < 0.5 ? part.toUpperCase() : part;
}

export const pick = <T>(random: () => number, all: readonly T[]): T =>
  all[Math.floor(random() * all.length)] as T;

const upTo = (random: () => number, most: number) => Math.floor(random() * (most + 1));
