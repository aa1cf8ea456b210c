import { z } from 'zod';
import type { FieldType } from '../fields/shapes';

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

const scalar = z.union([z.string().max(1_000), z.number(), z.boolean()]);

/** One condition on one field; `between` and `one_of` take a list. */
export const Filter = z.strictObject({
  field: z.string().max(80),
  op: z.enum(operators),
  value: z.union([scalar, z.array(scalar).max(100)]).optional(),
});
export type Filter = z.infer<typeof Filter>;

export const Sort = z.strictObject({
  field: z.string().max(80),
  direction: z.enum(['asc', 'desc']).default('asc'),
});
export type Sort = z.infer<typeof Sort>;

export interface View {
  search?: string | undefined;
  filters?: Filter[] | undefined;
  match?: 'all' | 'any' | undefined;
  sorts?: Sort[] | undefined;
}

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
