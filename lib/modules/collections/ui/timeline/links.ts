import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { isMoment, shifted } from '../calendar/days';
import { idsIn } from '../types/link-names';
import type { Placed } from './rows';
import { type Axis, placedOn, type Values } from './spans';

/** A record that waits for another one, both in sight. */
export interface Link {
  /** The one that is waited for. */
  from: Placed;
  to: Placed;
  /** It begins before the other has ended. */
  early: boolean;
}

/** Who waits for whom among records, as their field says it. */
export function linksAmong(placed: readonly Placed[], waits: Field, axis: Axis): Link[] {
  const byId = new Map(placed.map((one) => [one.record.id, one]));
  return placed.flatMap((to) =>
    idsIn(to.record.data[waits.key]).flatMap((id): Link[] => {
      const from = byId.get(id);
      return from && from !== to ? [{ from, to, early: beginsEarly(from, to, axis) }] : [];
    }),
  );
}

// Days that only touch are early as days; moments are told apart to the second.
function beginsEarly(from: Placed, to: Placed, { start, end }: Axis): boolean {
  const ended = end && isMoment(end) ? from.record.data[end.key] : null;
  const begun = isMoment(start) ? to.record.data[start.key] : null;
  return ended && begun && !from.span.reversed
    ? Date.parse(String(begun)) < Date.parse(String(ended))
    : to.span.first <= from.span.last;
}

/** What to write so that a record waits for one more; null where it does already. */
export function waitingFor(record: RecordShape, waits: Field, id: string): Values | null {
  const ids = idsIn(record.data[waits.key]);
  if (ids.includes(id)) return null;
  return { [waits.key]: waits.options.many ? [...ids, id] : [id] };
}

/** What to write so that a record no longer waits for one. */
export const notWaitingFor = (record: RecordShape, waits: Field, id: string): Values => {
  const left = idsIn(record.data[waits.key]).filter((one) => one !== id);
  return { [waits.key]: left.length > 0 ? left : null };
};

/** What to write so that a record begins on the day after all that it waits for, as long as it was. */
export function afterAwaited(
  record: RecordShape,
  links: readonly Link[],
  axis: Axis,
): Values | null {
  const ends = links.flatMap(({ from, to }) => (to.record.id === record.id ? from.span.last : []));
  const last = ends.toSorted().at(-1);
  return last ? placedOn(record, axis, shifted(last, 1)) : null;
}

/** Whether one record waits for another, also by way of those between them, as far as they are in sight. */
export function waitsFor(links: readonly Link[], id: string, other: string): boolean {
  const seen = new Set<string>();
  const next = [id];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === other) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const { from, to } of links) if (to.record.id === at) next.push(from.record.id);
  }
  return false;
}
