import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { GridColumn, GridOption } from '@/components/grid/types';
import type { Value } from '@/lib/fields/value';
import type { Field } from '../../fields/shapes';
import type { Operator } from '../../view/operators';
import type { PersonName } from './person-name';

/** Parts of a field's form that only some types have. */
export type Setting =
  | 'choices'
  | 'bounds'
  | 'decimals'
  | 'currency'
  | 'lengths'
  | 'days'
  | 'message'
  | 'relation'
  | 'lookup'
  | 'formula'
  | 'files';

export interface FieldInputProps {
  field: Field;
  value: Value;
  /** Why there is none where a formula could not be worked out. */
  problem?: string;
  people: readonly PersonName[];
  disabled: boolean;
  /** While typing; kept when the control is left or a choice is made. */
  onChange: (value: Value) => void;
  onKeep: (value: Value) => void;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

export interface FilterInputProps {
  field: Field;
  value: string;
  onChange: (text: string) => void;
}

export interface FilterListProps {
  field: Field;
  values: readonly string[];
  onChange: (values: string[]) => void;
}

type Choices = (field: Field, people: readonly PersonName[]) => GridOption[];

/** How one type of field looks. What it is stands in `fields/types`, how it is typed in `inputs.ts`. */
export interface TypeUi {
  icon: LucideIcon;
  /** Its kind of cell in the grid. */
  kind: string;
  /** What its column in the grid has besides name and width. */
  column?(field: Field): Partial<GridColumn>;
  /** The values it can have, when they can be listed. */
  choices?: Choices;
  /** What its form asks besides name and type. */
  settings?: readonly Setting[];
  /** How some conditions are said of this type. */
  words?: Partial<Record<Operator, string>>;
}

/** How values of one type are typed: nothing of it is needed before a sheet or a filter opens. */
export interface TypeInputs {
  /** The control of a form. */
  Input: ComponentType<FieldInputProps>;
  /** The control of a value that a filter compares with, when it is not picked from choices. */
  FilterInput?: ComponentType<FilterInputProps>;
  /** The control of several values that a filter compares with, when they cannot be listed. */
  FilterList?: ComponentType<FilterListProps>;
}
