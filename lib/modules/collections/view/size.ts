import { invalid } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { sizeOf } from '../formulas/node';
import { type FilterNode, isGroup, type View } from './state';

/** A query holds 65,535 parameters, some of which are not of its conditions and its order. */
const mostParameters = 50_000;

/** A page names each key of its order up to so many times. */
const timesNamed = 8;

/**
 * Throws `invalid` for filters and an order that are too large for one question to the database. They are
 * counted before any of them is written.
 */
export function refuseTooLarge({ filters = [], sorts = [] }: View, fields: readonly StoredField[]) {
  const trees = new Map(fields.map(({ key, formula }) => [key, formula?.tree]));
  const parametersOf = (key: string) => {
    const tree = trees.get(key);
    return 3 + (tree ? 4 * sizeOf(tree) : 0);
  };
  const countOf = (node: FilterNode): number =>
    isGroup(node)
      ? sum(node.filters.map(countOf))
      : parametersOf(node.field) * (Array.isArray(node.value) ? node.value.length + 1 : 2);
  const order = sum(sorts.map(({ field }) => timesNamed * parametersOf(field)));
  if (sum(filters.map(countOf)) + order <= mostParameters) return;
  throw invalid(
    'filters',
    'This view asks for too much at once. Take fewer filters, or shorter formulas.',
  );
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
