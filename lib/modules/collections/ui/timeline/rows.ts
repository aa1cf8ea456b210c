import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import type { Lane } from '../board/lanes';
import type { Span } from './spans';
import { daysBetween } from './time-window';

/** A record with the days it takes. */
export interface Placed {
  record: RecordShape;
  span: Span;
}

/** The records of a lane, on as few lines as they need, or one record by itself. */
export type Row = { id: string; lines: readonly (readonly Placed[])[] } & (
  | { lane: Lane; record: null }
  | { lane: null; record: RecordShape }
);

/** A lane for each record, in their order. */
export const rowsOfRecords = (placed: readonly Placed[]): Row[] =>
  placed.map((one) => ({
    id: one.record.id,
    lane: null,
    record: one.record,
    lines: [[one]],
  }));

interface Lanes {
  field: Field;
  before(one: Lane['value'], other: Lane['value']): number;
  /** Days that a bar takes at least, so that it can be seen. */
  least: number;
}

/** A lane for each value that a record in sight has, in the order `before` gives; without one, last. */
export function rowsByField(placed: readonly Placed[], { field, before, least }: Lanes): Row[] {
  const lanes = new Map<Lane['value'], Placed[]>();
  for (const one of placed) {
    const value = laneValue(one.record, field);
    lanes.set(value, [...(lanes.get(value) ?? []), one]);
  }
  return [...lanes]
    .sort(([one], [other]) => Number(one === null) - Number(other === null) || before(one, other))
    .map(([value, held]) => {
      const id = JSON.stringify(value);
      const lane = { id, value, count: held.length };
      return { id, lane, record: null, lines: packed(held, least) };
    });
}

function laneValue({ data }: RecordShape, { key, type }: Field): Lane['value'] {
  const held = data[key];
  const value = Array.isArray(held) ? held[0] : held;
  if (type === 'boolean') return value === true;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Lines in which no two bars take the same day: each record in the first that has room. */
function packed(placed: readonly Placed[], least: number): Placed[][] {
  const lines: Placed[][] = [];
  const byStart = placed.toSorted(({ span: one }, { span: other }) =>
    daysBetween(other.first, one.first),
  );
  for (const one of byStart) {
    const line = lines.find((held) => isFree(held.at(-1), one, least));
    if (line) line.push(one);
    else lines.push([one]);
  }
  return lines;
}

const isFree = (last: Placed | undefined, { span }: Placed, least: number) =>
  !last || (last.span.last < span.first && daysBetween(last.span.first, span.first) >= least);
