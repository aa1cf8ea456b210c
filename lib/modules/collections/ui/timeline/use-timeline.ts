'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import { narrowed } from '../../view/state';
import { restQuery } from '../../view/url';
import { LaneStore } from '../board/lane-store';
import { undated } from '../calendar/days';
import { useLane } from '../calendar/use-calendar';
import { changeValues } from '../data/change-values';
import { takingBack } from '../data/taking-back';
import { useUndoKeys } from '../record/use-undo-keys';
import type { KindViewProps } from '../view/kind-view';
import { daysInWords } from './day-words';
import { RecordMoves } from './record-moves';
import { type Axis, overlapping, spanOf, type Values } from './spans';
import type { TimeWindow } from './time-window';

interface Options extends KindViewProps {
  axis: Axis;
  window: TimeWindow;
}

/** Records of one window that are read, and of those without dates that are read at a time. */
const most = 500;

const inSight = 'in sight';
const withoutDates = 'without dates';

/** The records in the window and those without dates, and moving them in time. */
export function useTimeline({ collection, view, records, locale, axis, window }: Options) {
  const t = useWording('collections');
  useUndoKeys(records.edits);
  const [store] = useState(
    () =>
      new LaneStore(collection.id, { pageSize: most, names: records.store.names, counts: true }),
  );
  const { readings, total } = records;
  const { search, filters, match, sorts } = view;
  const { start } = axis;
  const { from, to } = window;
  const shown = useMemo(() => {
    const byStart = { field: start.key, direction: 'asc' as const };
    const order = sorts.some(({ field }) => field === start.key) ? sorts : [...sorts, byStart];
    const base = { search, filters, match, sorts: order };
    return restQuery(narrowed(base, [overlapping(axis, { from, to })])).toString();
  }, [search, filters, match, sorts, start, axis, from, to]);
  const empty = restQuery(narrowed({ search, filters, match, sorts }, [undated(start)])).toString();
  useEffect(() => {
    store.show(inSight, shown);
    store.show(withoutDates, empty);
  }, [store, shown, empty]);

  const acts = useEffectEvent(() => ({
    // Taking back waits for it, so that it is this change that is taken back.
    begun: (outcome: Promise<void>) => records.edits.stack.await(outcome),
    show: (record: RecordShape) =>
      store.place(record, spanOf(record, axis) ? inSight : withoutDates),
    send: (record: RecordShape, values: Values) =>
      changeValues({ collectionId: collection.id, record, values }),
    done: (answer: Awaited<ReturnType<typeof changeValues>>, moved: RecordShape) => {
      if (!moves.busy) store.refresh();
      if (!answer.ok) {
        notify.failed(t('The record was not moved'), { description: answer.error.message });
        return;
      }
      const span = spanOf(moved, axis);
      const where = span ? daysInWords(span, locale) : t('no day');
      const act = records.edits.did(answer.requestId);
      notify.done(t('Moved to {where}', { where }), { undo: takingBack(records.edits, act, t) });
    },
  }));
  const [moves] = useState(() => new RecordMoves(() => acts()));
  useEffect(() => {
    const leave = () => moves.flush();
    globalThis.addEventListener('pagehide', leave);
    return () => {
      globalThis.removeEventListener('pagehide', leave);
      leave();
    };
  }, [moves]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere asks again
  useEffect(() => {
    // What is on its way is shown as it is to be, and read again when it has arrived.
    if (!moves.busy) store.refresh();
  }, [store, moves, readings, total]);
  return {
    store,
    read: useLane(store, inSight),
    none: useLane(store, withoutDates),
    look: () => store.refresh(),
    show: (record: RecordShape) => store.place(record, inSight),
    more: () => store.more(withoutDates),
    write: (record: RecordShape, values: Values) => moves.write(record, values),
  };
}
