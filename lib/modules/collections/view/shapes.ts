import { z } from 'zod';
import { combinators, operators } from './operators';
import type { FilterNode } from './state';

const scalar = z.union([z.string().max(1_000), z.number(), z.boolean()]);

/** One condition on one field; `between` and `one_of` take a list. */
export const Filter = z.strictObject({
  field: z.string().max(80),
  op: z.enum(operators),
  value: z.union([scalar, z.array(scalar).max(100)]).optional(),
});

/** A condition, or `all` or `any` of the filters inside. */
const nodeAround = (inner: z.ZodType<FilterNode, FilterNode>) =>
  z.discriminatedUnion(
    'op',
    [Filter, z.strictObject({ op: z.enum(combinators), filters: z.array(inner).max(20) })],
    { error: 'Give one of the known conditions, or all or any with filters inside' },
  );

/** Conditions that one view may have, wherever they stand. */
const maxConditions = 50;

/** Conditions and groups of them; groups stand up to three deep inside the top. */
export const Filters = z
  .array(nodeAround(nodeAround(nodeAround(Filter))))
  .max(20, 'At most 20 filters')
  .refine(
    (nodes) => countConditions(nodes) <= maxConditions,
    `At most ${maxConditions} conditions in all`,
  );

export const Sort = z.strictObject({
  field: z.string().max(80),
  direction: z.enum(['asc', 'desc']).default('asc'),
  /** Of a date: records of one such period are equal. */
  by: z.enum(['day', 'week', 'month', 'year']).optional(),
});

const countConditions = (nodes: readonly FilterNode[]): number =>
  nodes.reduce((sum, node) => sum + ('filters' in node ? countConditions(node.filters) : 1), 0);
