import type { Field } from '../../fields/shapes';
import type { RecordGroups } from '../../records/shapes';
import type { Filter } from '../../view/state';

type LaneValue = RecordGroups['groups'][number]['value'];

/** A column of a board: the records that have one value, or none. */
export interface Lane {
  id: string;
  value: LaneValue;
  /** How many records it has. */
  count: number;
}

/** What must be true of a record to stand in a lane. */
export const laneFilter = ({ key }: Field, { value }: Lane): Filter =>
  value === null
    ? { field: key, op: 'is_empty' }
    : { field: key, op: 'equals', value: typeof value === 'boolean' ? String(value) : value };

/** The lanes of a field: its options whether or not a record has them, else the values there are. */
export function lanesOf(field: Field, groups: RecordGroups['groups']): Lane[] {
  const countOf = (value: LaneValue) => groups.find((one) => one.value === value)?.count ?? 0;
  const known: LaneValue[] =
    field.type === 'boolean'
      ? [true, false]
      : field.options.choices
        ? field.options.choices.flatMap(({ id }) => id ?? [])
        : groups.flatMap(({ value }) => (value === null ? [] : [value]));
  const none = countOf(null) > 0 || !field.required ? [null] : [];
  return [...known, ...none].map((value) => ({
    id: JSON.stringify(value),
    value,
    count: countOf(value),
  }));
}
