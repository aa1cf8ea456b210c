import { z } from 'zod';
import { operators } from './operators';

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
