import type { StoredField } from '../fields/shapes';
import { idsNamed } from '../formulas/resolve';

/** Ids of the fields whose values a field shows besides its own: a look-up's relation, those of a formula. */
export const sourcesOf = ({ options }: Pick<StoredField, 'options'>): string[] => [
  ...(options.relationId ? [options.relationId] : []),
  ...(options.formula ? idsNamed(options.formula) : []),
];
