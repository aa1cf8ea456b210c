'use client';

import { useEffect, useMemo, useState } from 'react';
import { notify } from '@/components/ui/notify';
import type { Value } from '@/lib/fields/value';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordGroups, RecordShape } from '../../records/shapes';
import { narrowed, type PageView } from '../../view/state';
import { restQuery } from '../../view/url';
import { type ApiError, api } from '../data/api';
import { changeValues } from '../data/change-values';
import { takingBack } from '../data/taking-back';
import type { Records } from '../data/use-records';
import { useUndoKeys } from '../record/use-undo-keys';
import { LaneStore } from './lane-store';
import { type Lane, laneFilter, lanesOf } from './lanes';

interface Options {
  collectionId: string;
  field: Field;
  view: PageView;
  /** The records of the page: whatever is done to them elsewhere asks the board to look again. */
  records: Records;
  nameOf: (lane: Lane) => string;
}

/** The lanes of a board with their records, and moving a record from one to another. */
export function useBoard({ collectionId, field, view, records, nameOf }: Options) {
  const t = useWording('collections');
  useUndoKeys(records.edits);
  const [store] = useState(
    () => new LaneStore(collectionId, { pageSize: 50, names: records.store.names }),
  );
  const [groups, setGroups] = useState<RecordGroups['groups'] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [asked, setAsked] = useState(0);
  const { search, filters, match, sorts } = view;
  const query = useMemo(() => ({ search, filters, match, sorts }), [search, filters, match, sorts]);
  const { readings, total } = records;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere asks again
  useEffect(() => {
    const stop = new AbortController();
    const params = restQuery({ ...query, sorts: [] });
    params.set('group[field]', field.key);
    const path = `/collections/${collectionId}/record-groups?${params}`;
    void api<RecordGroups>('GET', path, undefined, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setGroups(answer.data.groups);
    });
    return () => stop.abort();
  }, [collectionId, field.key, query, asked, readings, total]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere asks again
  useEffect(() => store.refresh(), [store, readings, total]);

  const lanes = useMemo(() => (groups ? lanesOf(field, groups) : null), [field, groups]);
  useEffect(() => {
    for (const lane of lanes ?? []) {
      store.show(lane.id, restQuery(narrowed(query, [laneFilter(field, lane)])).toString());
    }
  }, [store, lanes, query, field]);

  const look = (ids: string[]) => {
    setAsked((n) => n + 1);
    store.refresh(ids);
  };
  const move = async (record: RecordShape, to: Lane) => {
    const from = store.find(record.id)?.laneId;
    if (!from || from === to.id) return;
    const value: Value = to.value;
    store.place({ ...record, data: { ...record.data, [field.key]: value } }, to.id);
    const answer = await changeValues({ collectionId, record, values: { [field.key]: value } });
    if (!answer.ok) {
      store.place(record, from);
      look([from, to.id]);
      notify.failed(t('The record was not moved'), { description: answer.error.message });
      return;
    }
    store.place(answer.data, to.id);
    look([from, to.id]);
    const act = records.edits.did(answer.requestId);
    notify.done(t('Moved to {nameOf}', { nameOf: nameOf(to) }), {
      undo: takingBack(records.edits, act, t),
    });
  };
  return { store, lanes, error, move, look, retry: () => setAsked((n) => n + 1) };
}
