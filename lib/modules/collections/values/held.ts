import type { Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { evaluate, type Outcome } from '../formulas/evaluate';
import { valueIn } from './show';

type Data = Readonly<Record<string, unknown>>;
type Read = Pick<StoredField, 'key' | 'formula'>;

/** What a record has in a field: from its document, or what a formula makes of it. */
export const heldValue = (field: Read, data: Data): Value => outcome(field, data).value;

function outcome({ key, formula }: Read, data: Data): Outcome {
  if (!formula) return { value: valueIn(data as Record<string, unknown>, key) };
  const { tree, problem, clock } = formula;
  if (tree) return evaluate(tree, data, clock);
  return { value: null, ...(problem && { problem: problem.message }) };
}

/** The values of some fields by key, and why there is none where a formula could not be worked out. */
export function heldValues(fields: readonly Read[], data: Data) {
  const values: Record<string, Value> = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const { value, problem } = outcome(field, data);
    values[field.key] = value;
    if (problem !== undefined) problems[field.key] = problem;
  }
  return { values, problems };
}

/** A document together with what the formulas among these fields make of it. */
export function withFormulas(fields: readonly Read[], data: Data): Record<string, unknown> {
  const formulas = fields.filter(({ formula }) => formula);
  return formulas.length === 0 ? data : { ...data, ...heldValues(formulas, data).values };
}
