'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { viewingOf } from '../../fields/types/viewing';
import type { RecordGroups, RecordShape } from '../../records/shapes';
import { narrowed } from '../../view/state';
import { restQuery } from '../../view/url';
import { LaneStore } from '../board/lane-store';
import { api } from '../data/api';
import { changeValues } from '../data/change-values';
import { takingBack } from '../data/taking-back';
import { useUndoKeys } from '../record/use-undo-keys';
import type { KindViewProps } from '../view/kind-view';
import { dayName, dayOf, daysFilter, undated, valueOn } from './days';

interface Options extends KindViewProps {
  field: Field;
  /** The days in sight, first to last. */
  days: readonly string[];
  timeZone: string;
}

/** Records a calendar reads for what is in sight; days that have more load theirs when opened. */
const most = 2_000;

const inSight = 'in sight';
export const withoutDay = 'without a day';

/** The records of the days in sight and of none, how many each day has, and moving between days. */
export function useCalendar(options: Options) {
  const t = useWording('collections');
  const { collection, field, view, records, days, timeZone, locale } = options;
  useUndoKeys(records.edits);
  const [store] = useState(
    () => new LaneStore(collection.id, { pageSize: 500, names: records.store.names }),
  );
  const [byDay, setByDay] = useState<Record<string, number>>({});
  const [asked, setAsked] = useState(0);
  const { readings, total } = records;
  const from = days[0] ?? '';
  const to = days.at(-1) ?? '';
  const { search, filters, match, sorts } = view;
  const base = useMemo(
    () => ({
      search,
      filters,
      match,
      sorts: [{ field: field.key, direction: 'asc' as const }, ...sorts],
    }),
    [search, filters, match, sorts, field.key],
  );
  const between = (first: string, last: string) =>
    narrowed(base, [daysFilter(field, first, last, timeZone)]);
  const shown = restQuery(between(from, to)).toString();
  const empty = restQuery(narrowed({ search, filters, match, sorts }, [undated(field)])).toString();
  useEffect(() => {
    store.show(inSight, shown);
    store.show(withoutDay, empty);
  }, [store, shown, empty]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere asks again
  useEffect(() => store.refresh(), [store, readings, total]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere asks again
  useEffect(() => {
    // Days of moments depend on the reader's clock: those are counted as they arrive.
    if (viewingOf(field.type).calendar !== 'day') return;
    const stop = new AbortController();
    const query = new URLSearchParams(shown);
    for (const name of [...query.keys()]) if (name.startsWith('sorts[')) query.delete(name);
    query.set('group[field]', field.key);
    const path = `/collections/${collection.id}/record-groups?${query}`;
    void api<RecordGroups>('GET', path, undefined, stop.signal).then((answer) => {
      if (stop.signal.aborted || !answer.ok) return;
      const counts = answer.data.groups.map(({ value, count }) => [String(value), count]);
      setByDay(Object.fromEntries(counts));
    });
    return () => stop.abort();
  }, [collection.id, field, shown, asked, readings, total]);

  const read = useLane(store, inSight);
  const none = useLane(store, withoutDay);
  useEffect(() => {
    if (!read.done && !read.loading && read.records.length < most) store.more(inSight);
  }, [store, read]);
  const onDay = useMemo(() => {
    const found = new Map<string, RecordShape[]>();
    for (const record of read.records) {
      const day = dayOf(record, field, timeZone);
      if (day) found.set(day, [...(found.get(day) ?? []), record]);
    }
    return found;
  }, [read.records, field, timeZone]);

  const look = () => {
    setAsked((n) => n + 1);
    store.refresh();
  };
  const move = async (record: RecordShape, day: string | null) => {
    const before = dayOf(record, field, timeZone);
    if (before === day) return;
    const value = day === null ? null : valueOn(day, { record, field, timeZone });
    store.place(
      { ...record, data: { ...record.data, [field.key]: value } },
      day ? inSight : withoutDay,
    );
    const answer = await changeValues({
      collectionId: collection.id,
      record,
      values: { [field.key]: value },
    });
    if (answer.ok) store.place(answer.data, day ? inSight : withoutDay);
    else store.place(record, before ? inSight : withoutDay);
    look();
    if (!answer.ok) {
      notify.failed(t('The record was not moved'), { description: answer.error.message });
    } else {
      const where = day ? dayName(day, locale, { day: 'numeric', month: 'long' }) : t('no day');
      const act = records.edits.did(answer.requestId);
      notify.done(t('Moved to {where}', { where }), { undo: takingBack(records.edits, act, t) });
    }
  };
  /** Shows all records of a day in a list of its own. */
  const openDay = (day: string) => store.show(day, restQuery(between(day, day)).toString());
  const countOn = (day: string) => Math.max(byDay[day] ?? 0, onDay.get(day)?.length ?? 0);
  return { store, read, none, onDay, countOn, move, look, openDay };
}

export function useLane(store: LaneStore, id: string) {
  const read = () => store.lane(id);
  return useSyncExternalStore(store.subscribe, read, read);
}
