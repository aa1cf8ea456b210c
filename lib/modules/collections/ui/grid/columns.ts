import type { GridColumn } from '@/components/grid/types';
import type { Field } from '../../fields/shapes';
import type { ViewState } from '../../view/state';
import { typeUi } from '../types';
import type { PersonName } from '../types/person-name';

export type { PersonName };

interface ColumnLooks {
  people: readonly PersonName[];
  editable: boolean;
  view: Pick<ViewState, 'widths' | 'frozen'>;
}

/** The fields of a collection as columns of the grid. */
export function columnsFor(
  fields: readonly Field[],
  { people, editable, view }: ColumnLooks,
): GridColumn[] {
  return fields.map((field, index) => {
    const { kind, choices, column } = typeUi[field.type];
    return {
      id: field.key,
      title: field.name,
      kind,
      width: view.widths[field.key] ?? field.width,
      ...(index === 0 && { frozen: view.frozen }),
      required: field.required,
      readOnly: !editable || field.locked,
      // Where nothing can be written, a mark on each column would say nothing.
      locked: editable && field.locked,
      ...(choices && { options: choices(field, people) }),
      ...column?.(field),
    };
  });
}
