import type { FormField } from '@/db/schema/tenant/forms';
import { isComputed } from '../fields/computed';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import type { Question } from './shapes';

/** Whether guests can be asked for a field: what names members or records is nobody's outside. */
export function canBeAsked(field: Pick<StoredField, 'type' | 'options'>): boolean {
  const { names } = ruleOf(field.type);
  return !isComputed(field) && (names === undefined || names === 'files');
}

/** The live fields that a form asks for, in its order, each required when the form or it says so. */
export function askedFields(
  asked: readonly FormField[],
  fields: readonly StoredField[],
): { field: StoredField; asked: FormField }[] {
  const byId = new Map(fields.filter(canBeAsked).map((field) => [field.id, field]));
  return asked.flatMap((one) => {
    const field = byId.get(one.fieldId);
    if (!field) return [];
    const required = field.required || one.required;
    return [{ field: { ...field, required }, asked: { ...one, required } }];
  });
}

/** As guests get it; `most` is the largest file that the tenant takes, MB. */
export function questionOf(
  { field, asked }: ReturnType<typeof askedFields>[number],
  most: number | null,
): Question {
  const { choices, maxLength, maxFiles, kinds, currency } = field.options;
  const maxMegabytes =
    most !== null && ruleOf(field.type).names === 'files'
      ? Math.min(field.options.maxMegabytes ?? most, most)
      : undefined;
  return {
    key: field.key,
    type: field.type,
    label: asked.label || field.name,
    help: asked.help,
    required: asked.required,
    options: {
      choices: choices?.map(({ id, name }) => ({ id, name })),
      ...{ maxLength, maxFiles, maxMegabytes, kinds, currency },
    },
  };
}
