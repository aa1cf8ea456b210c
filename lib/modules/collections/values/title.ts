import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { valueIn } from './show';

type Named = Pick<StoredField, 'key' | 'type'>;

/** The field that a record goes by: the first of text, else the first that reads as text. */
export const titleField = <F extends Named>(fields: readonly F[]): F | undefined =>
  fields.find(({ type }) => type === 'text') ?? fields.find(({ type }) => ruleOf(type).titles);

/** What a record is called; empty when its name is. */
export function titleOf(fields: readonly Named[], data: Record<string, unknown>): string {
  const field = titleField(fields);
  const value = field ? valueIn(data, field.key) : null;
  return value === null ? '' : String(value).slice(0, 200);
}
