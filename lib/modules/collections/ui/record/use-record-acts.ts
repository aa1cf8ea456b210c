'use client';

import { useState } from 'react';
import type { RowSelection } from '@/components/grid/types';
import { notify } from '@/components/ui/notify';
import { formatCount } from '@/lib/format';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { listedView } from '../../view/fit';
import type { PageView } from '../../view/state';
import { restQuery } from '../../view/url';
import { api } from '../data/api';
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
const few: RowSelection = { mode: 'some', ids: new Set() };

/** Adding, opening, choosing and deleting records of a view. */
export function useRecordActs({ collection, records, view }: Options) {
  const { store } = records;
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
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
    if (answer.ok) added(answer.data);
    else notify.failed('The record was not added', { description: answer.error.message });
  };

  const restore = async (ids: string[]) => {
    const answer = await api<Ids>('POST', `${path}/records/restore`, { ids });
    if (!answer.ok) notify.failed('Undo did not work', { description: answer.error.message });
    store.reload();
  };
  const remove = async (ids: string[]) => {
    const answer = await api<Ids>('POST', `${path}/records/delete`, { ids });
    if (!answer.ok) {
      notify.failed('Nothing was deleted', { description: answer.error.message });
      return;
    }
    setOpenId(null);
    setSelection(few);
    store.reload();
    const gone = answer.data.ids;
    notify.done(`${formatCount(gone.length, 'record')} deleted`, {
      undo: { label: 'Undo', run: () => void restore(gone) },
    });
  };
  const removeChosen = async () => {
    if (selection.mode === 'some') return await remove([...selection.ids]);
    if (records.total > most) {
      notify.warn(`Up to ${most.toLocaleString('en')} records can be deleted at once`, {
        description: 'Filter or search first, so that fewer are chosen.',
      });
      return;
    }
    const answer = await api<Ids>(
      'GET',
      `${path}/record-ids?${restQuery(listedView(view, collection.fields))}`,
    );
    if (!answer.ok) {
      notify.failed('Nothing was deleted', { description: answer.error.message });
      return;
    }
    await remove(answer.data.ids.filter((id) => !selection.ids.has(id)));
  };

  return {
    adding,
    add: () => void add(),
    added,
    stopAdding: () => setAdding(false),
    openId,
    open: setOpenId,
    selection,
    setSelection,
    remove,
    removeChosen,
  };
}

export type RecordActs = ReturnType<typeof useRecordActs>;
