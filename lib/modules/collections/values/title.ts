import { isFormula } from '../fields/computed';
import type { FieldOptions, StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { valueIn } from './show';

type Named = Pick<StoredField, 'key' | 'type'> & { options: FieldOptions };

/** The field that a record goes by, of those that are filled in: the first of text, else what reads as it. */
export function titleField<F extends Named>(fields: readonly F[]): F | undefined {
  const written = fields.filter((field) => !isFormula(field));
  return (
    written.find(({ type }) => type === 'text') ?? written.find(({ type }) => ruleOf(type).titles)
  );
}

/** What a record is called; empty when its name is. */
export function titleOf(fields: readonly Named[], data: Record<string, unknown>): string {
  const field = titleField(fields);
  const value = field ? valueIn(data, field.key) : null;
  return value === null ? '' : String(value).slice(0, 200);
}
