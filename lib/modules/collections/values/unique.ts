import { createHash } from 'node:crypto';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { valueIn } from './show';

type Keyed = Pick<StoredField, 'id' | 'key' | 'type' | 'unique'>;

/** The id that a value of a unique field claims; null for an empty one. */
export function uniqueKey(field: Keyed, data: Record<string, unknown>): string | null {
  const value = valueIn(data, field.key);
  const same = ruleOf(field.type).same;
  if (value === null || !same) return null;
  const digest = createHash('sha256')
    .update(`${field.id}\n${same(value)}`)
    .digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`;
}

/** Every id that a document claims. */
export const uniqueKeysOf = (fields: readonly Keyed[], data: Record<string, unknown>): string[] =>
  fields.flatMap((field) => (field.unique ? (uniqueKey(field, data) ?? []) : []));
