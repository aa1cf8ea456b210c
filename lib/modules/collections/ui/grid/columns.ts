import type { GridColumn } from '@/components/grid/types';
import type { Field, FieldType } from '../../fields/shapes';

const kinds: Record<FieldType, string> = {
  text: 'text',
  long_text: 'long-text',
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  select: 'select',
  email: 'email',
  url: 'url',
  person: 'person',
};

export interface PersonName {
  id: string;
  name: string;
}

/** The fields of a collection as columns of the grid. */
export function columnsFor(
  fields: readonly Field[],
  { people, editable }: { people: readonly PersonName[]; editable: boolean },
): GridColumn[] {
  return fields.map((field) => ({
    id: field.key,
    title: field.name,
    kind: kinds[field.type],
    width: field.width,
    required: field.required,
    readOnly: !editable,
    ...(field.options.decimals !== undefined && { decimals: field.options.decimals }),
    ...(field.type === 'select' && { options: choicesOf(field) }),
    ...(field.type === 'person' && {
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    }),
  }));
}

const choicesOf = ({ options }: Field) =>
  (options.choices ?? []).map(({ id, name, color }) => ({
    value: id ?? name,
    label: name,
    ...(color && { tone: color }),
  }));
