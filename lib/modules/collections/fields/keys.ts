import type { FieldOptions, FieldType, StoredField } from './shapes';
import { ruleOf } from './types';

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
export const storedOptions = (type: FieldType, given: FieldOptions): StoredField['options'] =>
  ruleOf(type).keepOptions?.(given) ?? {};
