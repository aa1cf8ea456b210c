'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { RowSelection } from '@/components/grid/types';
import { notify } from '@/components/ui/notify';
import type { Value } from '@/lib/fields/value';
import { useWording } from '@/lib/language/wording-provider';
import type { BulkResult } from '../../bulk/shapes';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { listedView } from '../../view/fit';
import type { PageView } from '../../view/state';
import { restQuery } from '../../view/url';
import { type ApiError, api } from '../data/api';
import { takingBack } from '../data/taking-back';
import type { Records } from '../data/use-records';

interface Options {
  collection: Collection;
  records: Records;
  view: PageView;
}

interface Ids {
  ids: string[];
}

/** Most records one act takes. */
const most = 10_000;
/** Rows that are added one by one. */
const mostPasted = 200;
const few: RowSelection = { mode: 'some', ids: new Set() };

/** Adding, opening, choosing, editing and deleting records of a view. */
export function useRecordActs({ collection, records, view }: Options) {
  const t = useWording('collections');
  const { store, edits } = records;
  const [adding, setAdding] = useState(false);
  useAskedToAdd(() => setAdding(true));
  const [openId, setOpenId] = useState<string | null>(null);
  const [bulk, setBulk] = useState(false);
  const [selection, setSelection] = useState<RowSelection>(few);
  const path = `/collections/${collection.id}`;
  const added = (record: RecordShape) => {
    // At the end would be in the last group, which may not be its own.
    if (view.group && view.kind === 'grid') store.reload();
    else store.append(record);
    setAdding(false);
  };
  const add = async () => {
    if (collection.fields.some((field) => field.required && field.default === null)) {
      setAdding(true);
      return;
    }
    const answer = await api<RecordShape>('POST', `${path}/records`, { data: {} });
    if (answer.ok) {
      added(answer.data);
      edits.did(answer.requestId);
    } else notify.failed(t('The record was not added'), { description: answer.error.message });
  };

  const addMany = async (rows: Record<string, unknown>[]) => {
    if (rows.length > mostPasted) {
      notify.warn(t('Up to {most} rows can be pasted below the last one', { most: mostPasted }), {
        description: t('Import a file for more. None of them was added.'),
      });
      return;
    }
    const ids: string[] = [];
    let refused: string | undefined;
    for (const data of rows) {
      const answer = await api<RecordShape>('POST', `${path}/records`, { data });
      if (answer.ok) ids.push(answer.data.id);
      else refused ??= answer.error.message;
    }
    store.reload();
    const count = t('{count, plural, one {# record} other {# records}}', { count: ids.length });
    if (refused !== undefined) {
      const failed = t('{failed} of {all} pasted rows were not added', {
        ...{ failed: rows.length - ids.length, all: rows.length },
      });
      notify.failed(failed, { description: refused });
    }
    if (ids.length > 0)
      notify.done(t('{count} added', { count }), {
        undo: { label: t('Undo'), run: () => void remove(ids) },
      });
  };

  const remove = async (ids: string[]) => {
    const answer = await api<Ids>('POST', `${path}/records/delete`, { ids });
    if (!answer.ok) {
      notify.failed(t('Nothing was deleted'), { description: answer.error.message });
      return;
    }
    setOpenId(null);
    setSelection(few);
    store.reload();
    const act = edits.did(answer.requestId);
    const gone = t('{count, plural, one {# record} other {# records}}', {
      count: answer.data.ids.length,
    });
    notify.done(t('{gone} deleted', { gone }), { undo: takingBack(edits, act, t) });
  };
  const chosen = async (verb: string): Promise<string[] | null> => {
    if (selection.mode === 'some') return [...selection.ids];
    if (records.total - selection.ids.size > most) {
      notify.warn(t('Up to {most} records can be {verb} at once', { most, verb: t.said(verb) }), {
        description: t('Filter or search first, so that fewer are chosen.'),
      });
      return null;
    }
    const answer = await api<Ids>(
      'GET',
      `${path}/record-ids?${restQuery(listedView(view, collection.fields))}`,
    );
    if (answer.ok) return answer.data.ids.filter((id) => !selection.ids.has(id));
    notify.failed(t('Nothing was {verb}', { verb: t.said(verb) }), {
      description: answer.error.message,
    });
    return null;
  };
  const removeChosen = async () => {
    const ids = await chosen('deleted');
    if (ids) await remove(ids);
  };
  const change = async (values: Record<string, Value>): Promise<ApiError | null> => {
    const ids = await chosen('changed');
    if (!ids) return null;
    const answer = await api<BulkResult>('POST', `${path}/records/assign`, { ids, values });
    if (!answer.ok) return answer.error;
    setBulk(false);
    store.reload();
    const { changed, skipped, requestId } = answer.data;
    notify.done(t('{changed, plural, one {# record} other {# records}} changed', { changed }), {
      ...(skipped > 0 && {
        description: t(
          '{skipped, plural, one {# record} other {# records}} held these values already.',
          { skipped },
        ),
      }),
      ...(changed > 0 && { undo: takingBack(edits, edits.did(requestId), t) }),
    });
    return null;
  };

  return {
    adding,
    add: () => void add(),
    addMany: (rows: Record<string, unknown>[]) => void addMany(rows),
    added,
    stopAdding: () => setAdding(false),
    openId,
    open: setOpenId,
    selection,
    setSelection,
    remove,
    removeChosen,
    bulk,
    setBulk,
    change,
  };
}

export type RecordActs = ReturnType<typeof useRecordActs>;

/** Opens the form for a new record where the address asks for it, and takes the word out again. */
function useAskedToAdd(open: () => void) {
  const asked = useSearchParams().has('new');
  useEffect(() => {
    if (!asked) return;
    open();
    const address = new URL(window.location.href);
    address.searchParams.delete('new');
    window.history.replaceState(null, '', address);
  });
}
