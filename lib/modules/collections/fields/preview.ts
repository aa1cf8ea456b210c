import type { TenantDb } from '@/db/tenant';
import { invalid } from '@/lib/errors';
import { showValue, valueIn } from '../values/show';
import type { PeopleIndex } from '../values/value';
import { choiceColors } from './colors';
import { convertValue } from './convert';
import { storedOptions } from './keys';
import { recordBatches } from './reshape';
import type { StoredChoice, StoredField } from './shapes';

export interface Conversion {
  /** Records that hold a value in this field. */
  filled: number;
  converted: number;
  lost: number;
  /** Some of the values that would be lost, with why. */
  losses: { value: string; reason: string; count: number }[];
  /** Some of the values that change, as before and after. */
  samples: { before: string; after: string }[];
}

interface Change {
  collectionId: string;
  from: StoredField;
  to: StoredField;
  people: PeopleIndex;
}

const maxShown = 20;

/** Counts what a change of a field's type or options does to the values it holds. */
export async function previewConversion(db: TenantDb, change: Change): Promise<Conversion> {
  const { from, to, people } = change;
  const result: Conversion = { filled: 0, converted: 0, lost: 0, losses: [], samples: [] };
  const losses = new Map<string, { value: string; reason: string; count: number }>();
  for await (const batch of recordBatches(db, change.collectionId)) {
    for (const { data } of batch) {
      const value = valueIn(data, from.key);
      if (value === null) continue;
      result.filled++;
      const parsed = convertValue(from, to, { value, people });
      const before = showValue(from, value, people).slice(0, 100);
      if (parsed.ok && parsed.value !== null) {
        result.converted++;
        if (result.samples.length < 5) {
          result.samples.push({ before, after: showValue(to, parsed.value, people).slice(0, 100) });
        }
        continue;
      }
      result.lost++;
      const known = losses.get(before);
      if (known) known.count++;
      else if (losses.size < maxShown) {
        const reason = parsed.ok ? 'becomes empty' : parsed.message;
        losses.set(before, { value: before, reason, count: 1 });
      }
    }
  }
  return { ...result, losses: [...losses.values()] };
}

/** Choices made from the values a field holds, for a change to select that names none. */
export async function choicesFromData(
  db: TenantDb,
  { collectionId, from, people }: Omit<Change, 'to'>,
): Promise<StoredChoice[]> {
  const names = new Map<string, string>();
  for await (const batch of recordBatches(db, collectionId)) {
    for (const { data } of batch) {
      const name = showValue(from, valueIn(data, from.key), people).trim();
      if (!name) continue;
      names.set(name.toLowerCase(), names.get(name.toLowerCase()) ?? name);
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
