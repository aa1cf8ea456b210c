import type { FieldType } from '../fields/shapes';

/*
 * Without the schema library, since pages in the browser use it too.
 */

export const operators = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'is_empty',
  'is_not_empty',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'one_of',
] as const;
export type Operator = (typeof operators)[number];

const empties = ['is_empty', 'is_not_empty'] as const;
const texts: Operator[] = [
  'contains',
  'not_contains',
  'equals',
  'not_equals',
  'one_of',
  ...empties,
];
const ordered: Operator[] = [
  'equals',
  'not_equals',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  ...empties,
];
const picked: Operator[] = ['equals', 'not_equals', 'one_of', ...empties];

/** Which conditions a type can be asked for. */
export const operatorsOf: Record<FieldType, readonly Operator[]> = {
  text: texts,
  email: texts,
  url: texts,
  long_text: ['contains', 'not_contains', ...empties],
  number: [...ordered, 'one_of'],
  date: [...ordered, 'one_of'],
  boolean: ['equals', 'not_equals', ...empties],
  select: picked,
  person: picked,
};
