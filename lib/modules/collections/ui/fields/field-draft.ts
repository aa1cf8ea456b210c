import type { Field, FieldOptions, FieldType } from '../../fields/shapes';
import type { DraftChoice } from './choices-editor';

/** A field as its form holds it: numbers as typed. */
export interface FieldDraft {
  name: string;
  type: FieldType;
  required: boolean;
  choices: DraftChoice[];
  min: string;
  max: string;
  decimals: string;
}

export const draftOf = (field: Field | null): FieldDraft => ({
  name: field?.name ?? '',
  type: field?.type ?? 'text',
  required: field?.required ?? false,
  choices: (field?.options.choices ?? []).map(({ id, name, color }) => ({
    id,
    name,
    color: color ?? 'gray',
  })),
  min: textOf(field?.options.min),
  max: textOf(field?.options.max),
  decimals: textOf(field?.options.decimals),
});

/** What the form asks the product for. */
export function inputOf({ name, type, required, choices, min, max, decimals }: FieldDraft) {
  const options: FieldOptions = {};
  if (type === 'select') options.choices = choices.filter((choice) => choice.name.trim());
  if (type === 'number') {
    if (min.trim()) options.min = Number(min);
    if (max.trim()) options.max = Number(max);
    if (decimals.trim()) options.decimals = Number(decimals);
  }
  return { name, type, required, options };
}

const textOf = (value: number | undefined) => (value === undefined ? '' : String(value));
