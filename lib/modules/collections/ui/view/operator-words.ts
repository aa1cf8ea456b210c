import type { FieldType } from '../../fields/shapes';
import type { Operator } from '../../view/operators';

const words: Record<Operator, string> = {
  equals: 'is',
  not_equals: 'is not',
  contains: 'contains',
  not_contains: 'does not contain',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
  lt: 'is less than',
  lte: 'is at most',
  gt: 'is more than',
  gte: 'is at least',
  between: 'is between',
  one_of: 'is one of',
};

const dates: Partial<Record<Operator, string>> = {
  lt: 'is before',
  lte: 'is on or before',
  gt: 'is after',
  gte: 'is on or after',
};

/** An operator as a person says it of this type. */
export const operatorWord = (type: FieldType, op: Operator) =>
  (type === 'date' ? dates[op] : undefined) ?? words[op];
