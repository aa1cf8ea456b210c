import type { Plain } from '@/lib/language/wording';
import type { FieldType } from '../../fields/shapes';
import type { Operator } from '../../view/operators';
import { typeUi } from '../types';

const words: Record<Operator, Plain<'collections'>> = {
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
  all_of: 'has all of',
  none_of: 'is none of',
};

/** An operator as a person says it of this type. */
export const operatorWord = (type: FieldType, op: Operator) =>
  typeUi[type].words?.[op] ?? words[op];
