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
  'all_of',
  'none_of',
] as const;
export type Operator = (typeof operators)[number];

/** How the filters of a group go together. */
export const combinators = ['all', 'any'] as const;
export type Combinator = (typeof combinators)[number];

/** Conditions that compare with several values. */
const several: ReadonlySet<Operator> = new Set(['between', 'one_of', 'all_of', 'none_of']);
export const takesList = (op: Operator) => several.has(op);

/** Conditions that compare with nothing. */
export const takesNothing = (op: Operator) => op === 'is_empty' || op === 'is_not_empty';
