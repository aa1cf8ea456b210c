import type { GridColumn } from '@/components/grid/types';
import type { Field } from '../../fields/shapes';
import { typeUi } from '../types';
import type { PersonName } from '../types/person-name';

export type { PersonName };

/** The fields of a collection as columns of the grid. */
export function columnsFor(
  fields: readonly Field[],
  { people, editable }: { people: readonly PersonName[]; editable: boolean },
): GridColumn[] {
  return fields.map((field) => {
    const { kind, choices, column } = typeUi[field.type];
    return {
      id: field.key,
      title: field.name,
      kind,
      width: field.width,
      required: field.required,
      readOnly: !editable,
      ...(choices && { options: choices(field, people) }),
      ...column?.(field),
    };
  });
}
