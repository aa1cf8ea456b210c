import type { StoredField } from '../fields/shapes';
import type { Access } from './access';

declare const whole: unique symbol;

/**
 * Every live field of a collection, whoever asks: what a record is stored by. Only `load.ts` makes
 * one, so that nothing is written by the fields that somebody happens to see.
 */
export type Design = readonly StoredField[] & { readonly [whole]: true };

/** All live fields of one collection as they were read. */
export const designOf = (fields: readonly StoredField[]) => fields as Design;

/** The fields that a person sees; those they may only read are locked. */
export function fieldsFor(design: Design, { limits }: Access): readonly StoredField[] {
  if (limits.size === 0) return design;
  return design.flatMap((field) => {
    const limit = limits.get(field.id);
    if (limit === 'hidden') return [];
    return limit === 'read' ? [{ ...field, locked: true }] : [field];
  });
}
