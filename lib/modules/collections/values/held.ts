import type { Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { evaluatorOf, type Outcome, type Work } from '../formulas/evaluate';
import type { Formula } from '../formulas/formula';
import { mostLettersOfPage } from '../formulas/limits';
import type { Node } from '../formulas/node';
import { valueIn } from './show';

type Data = Readonly<Record<string, unknown>>;
type Read = Pick<StoredField, 'key' | 'formula'>;

/** What the formulas of the records of one page may go through together. */
export const workOfPage = (): Work => ({ letters: mostLettersOfPage });

/** What a record has in a field: from its document, or what a formula makes of it. */
export const heldValue = (field: Read, data: Data): Value =>
  heldValues([field], data).values[field.key] ?? null;

/**
 * The values of some fields by key, and why there is none where a formula could not be worked out. What
 * formulas have in common is worked out once.
 */
export function heldValues(fields: readonly Read[], data: Data, work = workOfPage()) {
  const values: Record<string, Value> = {};
  const problems: Record<string, string> = {};
  const evaluators = new Map<unknown, (tree: Node) => Outcome>();
  const evaluatorFor = ({ clock }: Formula) => {
    const known = evaluators.get(clock) ?? evaluatorOf(data, clock, work);
    evaluators.set(clock, known);
    return known;
  };
  for (const { key, formula } of fields) {
    if (!formula) {
      values[key] = valueIn(data as Record<string, unknown>, key);
      continue;
    }
    const { tree, problem: unread } = formula;
    const { value, problem }: Outcome = tree
      ? evaluatorFor(formula)(tree)
      : { value: null, ...(unread && { problem: unread.message }) };
    const { decimals } = formula;
    values[key] =
      decimals === undefined || value === null ? value : Number(value).toFixed(decimals);
    if (problem !== undefined) problems[key] = problem;
  }
  return { values, problems };
}

/** A document together with what the formulas among these fields make of it, or why there is nothing. */
export function withFormulas<D extends Data>(fields: readonly Read[], data: D, work?: Work) {
  const formulas = fields.filter(({ formula }) => formula);
  if (formulas.length === 0) return { data, problems: {} };
  const { values, problems } = heldValues(formulas, data, work);
  return { data: { ...data, ...values }, problems };
}
