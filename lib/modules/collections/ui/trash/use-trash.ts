'use client';

import { useEffect, useRef, useState } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { TrashedRecord, TrashPage } from '../../trash/shapes';
import { type ApiError, api } from '../data/api';

const pauseMs = 200;

/** The trash of one collection or of all, searched, with what can be done with its records. */
export function useTrash(first: TrashPage, collectionId: string | undefined) {
  const t = useWording('collections');
  const [page, setPage] = useState(first);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<ApiError | null>(null);
  const scope = { ...(collectionId && { collectionId }), ...(search.trim() && { search }) };
  const read = async (cursor?: string) => {
    const query = new URLSearchParams({ ...scope, ...(cursor && { cursor }) });
    const answer = await api<TrashPage>('GET', `/trash?${query}`);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    setError(null);
    const { records, ...rest } = answer.data;
    setPage((was) => ({ ...rest, records: cursor ? [...was.records, ...records] : records }));
  };
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other words ask anew
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    setChosen(new Set());
    const timer = setTimeout(() => void read(), pauseMs);
    return () => clearTimeout(timer);
  }, [search]);

  const act = async <T>(verb: 'restore' | 'purge'): Promise<T | ApiError> => {
    const which = chosen.size > 0 ? { recordIds: [...chosen] } : scope;
    const answer = await api<T>('POST', `/trash/${verb}`, which);
    if (!answer.ok) return answer.error;
    setChosen(new Set());
    await read();
    return answer.data;
  };
  const restore = async () => {
    const done = await act<{ restored: number; left: number }>('restore');
    if ('code' in done) notify.failed(t('Nothing was restored'), { description: done.message });
    else if (done.left === 0)
      notify.done(
        t('{restored, plural, one {# record} other {# records}} restored', {
          restored: done.restored,
        }),
      );
    else {
      notify.warn(
        t('{restored, plural, one {# record} other {# records}} restored', {
          restored: done.restored,
        }),
        {
          description: t(
            '{left, plural, one {# record} other {# records}} wait for their collection to be restored first.',
            { left: done.left },
          ),
        },
      );
    }
  };
  const purge = async () => {
    const done = await act<{ removed: number }>('purge');
    if ('code' in done) return { error: done.message };
    notify.done(
      t('{removed, plural, one {# record} other {# records}} deleted for good', {
        removed: done.removed,
      }),
    );
    return {};
  };
  const toggle = ({ id }: TrashedRecord) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const count = chosen.size > 0 ? chosen.size : page.total;
  const more = page.nextCursor ? () => void read(page.nextCursor ?? undefined) : undefined;
  const again = () => void read();
  return { page, error, search, setSearch, chosen, toggle, count, restore, purge, more, again };
}

export type Trash = ReturnType<typeof useTrash>;
