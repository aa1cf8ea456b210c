import { randomBytes } from 'node:crypto';
import type { FieldOptions, FieldType, StoredChoice, StoredField } from './shapes';

/** A key for a field of this name that no other field of the collection, deleted ones too, holds. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'field';
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}_${n}`)) return `${base}_${n}`;
}

/** The options that belong to a type, each choice with its id. */
export function storedOptions(
  type: FieldType,
  { choices, min, max, decimals }: FieldOptions,
): StoredField['options'] {
  if (type === 'select') return { choices: (choices ?? []).map(storedChoice) };
  if (type === 'number') return definedOf({ min, max, decimals });
  return {};
}

const storedChoice = ({
  id,
  name,
  color = 'gray',
}: NonNullable<FieldOptions['choices']>[number]): StoredChoice => ({
  id: id ?? randomBytes(5).toString('hex'),
  name: name.normalize('NFC'),
  color,
});

const definedOf = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
