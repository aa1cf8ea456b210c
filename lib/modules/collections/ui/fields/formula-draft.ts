import type { Value } from '@/lib/fields/value';
import { designedType } from '../../fields/computed';
import type { Field } from '../../fields/shapes';
import { evaluate } from '../../formulas/evaluate';
import type { Kind, Node } from '../../formulas/node';
import { FormulaProblem } from '../../formulas/problem';
import { treeAmong } from '../../formulas/resolve';
import type { RecordShape } from '../../records/shapes';

/** A formula as it is being written: what it comes to, or what is wrong with it. */
export type ReadFormula = { tree: Node } | { problem: FormulaProblem };

/** Reads a formula among the fields of a collection; nothing while it is empty. */
export function readFormula(
  text: string,
  fields: readonly Field[],
  ownId: string | null,
): ReadFormula | null {
  if (!text.trim()) return null;
  const design = fields.map((field) => ({ ...field, type: designedType(field) }));
  try {
    return { tree: treeAmong(text, design, ownId ?? undefined) };
  } catch (error) {
    if (error instanceof FormulaProblem) return { problem: error };
    throw error;
  }
}

/** What a formula comes to in one record. */
export function tried(
  tree: Node,
  { data }: RecordShape,
  timeZone: string,
): { value: Value; problem?: string } {
  return evaluate(tree, data, { now: new Date(), timeZone });
}

/** The types that results have, by their names. */
export const kindNames = {
  number: 'Number',
  text: 'Text',
  yes_no: 'Yes or no',
  date: 'Date',
  moment: 'Date and time',
} as const satisfies Record<Kind, string>;

/** A text with another put in at a place, and where the place behind it is. */
export function inserted(text: string, put: string, at: { from: number; to: number }) {
  return { text: text.slice(0, at.from) + put + text.slice(at.to), place: at.from + put.length };
}
