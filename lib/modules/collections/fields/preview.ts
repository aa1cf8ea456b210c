import type { TenantDb } from '@/db/tenant';
import { invalid } from '@/lib/errors';
import { type Parsed, refuse, type Value } from '@/lib/fields/value';
import { heldValue } from '../values/held';
import { showValue, valueIn } from '../values/show';
import type { Known } from '../values/value';
import { choiceColors } from './colors';
import { isFormula } from './computed';
import { convertValue } from './convert';
import { storedOptions } from './keys';
import { recordBatches } from './reshape';
import type { StoredChoice, StoredField } from './shapes';
import { ruleOf } from './types';

export interface Conversion {
  /** Records, those in the trash aside, that leave the field empty. */
  empty: number;
  /** Some of the values that several records would hold in a field that allows each once. */
  repeated: { value: string; count: number }[];
  /** Records that hold a value in this field. */
  filled: number;
  converted: number;
  lost: number;
  /** Of the converted: values that would say less than before. */
  shortened: number;
  /** Some of the values that would be lost or say less, with why. */
  losses: { value: string; reason: string; count: number }[];
  /** Some of the values that change, as before and after. */
  samples: { before: string; after: string }[];
}

interface Change {
  collectionId: string;
  from: StoredField;
  to: StoredField;
  known: Known;
  /** The field as it is read: what a formula comes to stays with no other type. */
  read: StoredField;
}

const maxShown = 20;

/** Counts what a change of a field's type or options does to the values it holds. */
export async function previewConversion(db: TenantDb, change: Change): Promise<Conversion> {
  const { from, to, known, read } = change;
  const formulaGoes = isFormula(from) && !isFormula(to);
  const result: Conversion = {
    empty: 0,
    repeated: [],
    filled: 0,
    converted: 0,
    lost: 0,
    shortened: 0,
    losses: [],
    samples: [],
  };
  const losses = new Map<string, { value: string; reason: string; count: number }>();
  const repeats = repeatsOf(to, known);
  for await (const batch of recordBatches(db, change.collectionId)) {
    for (const { data, deletedAt } of batch) {
      const value = formulaGoes ? heldValue(read, data) : valueIn(data, from.key);
      if (value === null) {
        if (!deletedAt) result.empty++;
        continue;
      }
      result.filled++;
      const parsed = formulaGoes
        ? refuse('is worked out and is not kept')
        : convertValue(from, to, { value, known });
      const before = showValue(read, value, known).slice(0, 100);
      const kept = parsed.ok && parsed.value !== null;
      const reason = lossOf(parsed);
      if (kept && !deletedAt) repeats.note(parsed.value);
      if (kept) {
        result.converted++;
        if (parsed.dropped !== undefined) result.shortened++;
        if (result.samples.length < 5) {
          result.samples.push({ before, after: showValue(to, parsed.value, known).slice(0, 100) });
        }
      } else result.lost++;
      const line = losses.get(before);
      if (line) line.count++;
      else if (reason && losses.size < maxShown) {
        losses.set(before, { value: before, reason, count: 1 });
      }
    }
  }
  return { ...result, losses: [...losses.values()], repeated: repeats.found() };
}

/** Counts how often each value of a field that allows it once would stand there. */
function repeatsOf(to: StoredField, known: Known) {
  const { same } = ruleOf(to.type);
  const counts = new Map<string, { value: string; count: number }>();
  return {
    note(value: Value) {
      if (!to.unique || !same || value === null) return;
      const key = same(value);
      const seen = counts.get(key);
      if (seen) seen.count++;
      else counts.set(key, { value: showValue(to, value, known).slice(0, 100), count: 1 });
    },
    found: () =>
      [...counts.values()]
        .filter(({ count }) => count > 1)
        .sort((a, b) => b.count - a.count)
        .slice(0, maxShown),
  };
}

function lossOf(parsed: Parsed): string | undefined {
  if (!parsed.ok) return parsed.message;
  if (parsed.value === null) return 'becomes empty';
  return parsed.dropped === undefined ? undefined : `loses ${parsed.dropped}`;
}

/** Choices made from the values a field holds, for a change to a type of choices that names none. */
export async function choicesFromData(
  db: TenantDb,
  {
    collectionId,
    from,
    known,
    split,
  }: Omit<Change, 'to' | 'read'> & { split(text: string): string[] },
): Promise<StoredChoice[]> {
  const names = new Map<string, string>();
  for await (const batch of recordBatches(db, collectionId)) {
    for (const { data } of batch) {
      const shown = showValue(from, valueIn(data, from.key), known).trim();
      for (const name of shown ? split(shown) : []) {
        names.set(name.toLowerCase(), names.get(name.toLowerCase()) ?? name);
      }
      if (names.size > 200) {
        throw invalid('type', `${from.name} holds more than 200 different values.`);
      }
    }
  }
  return choicesOf([...names.values()].sort((a, b) => a.localeCompare(b)));
}

/** Choices of these names, in order, each in the next colour. */
export function choicesOf(names: readonly string[]): StoredChoice[] {
  const choices = names.map((name, index) => ({
    name: name.slice(0, 80),
    color: choiceColors[1 + (index % (choiceColors.length - 1))] ?? 'gray',
  }));
  return storedOptions('select', { choices }).choices ?? [];
}
