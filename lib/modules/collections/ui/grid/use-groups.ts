'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Field } from '../../fields/shapes';
import type { RecordGroups } from '../../records/shapes';
import { groupSort, isSummedType } from '../../view/fit';
import type { PageView } from '../../view/state';
import { restQuery } from '../../view/url';
import { type ApiError, api } from '../data/api';
import { placeGroups } from './group-rows';

interface Options {
  collectionId: string;
  fields: readonly Field[];
  view: PageView;
  /** Changes whenever the records were asked for again, since their groups may be others now. */
  readings: number;
  /** Changes whenever records did: what groups come to is asked for again a moment later. */
  version: number;
}

interface Read {
  query: string;
  groups: RecordGroups | null;
  error: ApiError | null;
}

/** How long changes are let to gather before groups are asked for again, ms. */
const gatherMs = 400;

const none: ReadonlySet<string> = new Set();

/** The groups of a grid with the number of their records, and which of them are closed. */
export function useGroups({ collectionId, fields, view, readings, version }: Options) {
  const query = useMemo(() => groupQuery(view, fields), [view, fields]);
  const [read, setRead] = useState<Read>({ query: '', groups: null, error: null });
  const [closed, setClosed] = useState({ query: '', ids: none });
  const gathered = useGathered(version, view.sum !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading asks again
  useEffect(() => {
    if (!query) return;
    const stop = new AbortController();
    const path = `/collections/${collectionId}/record-groups?${query}`;
    void api<RecordGroups>('GET', path, undefined, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setRead({ query, groups: answer.data, error: null });
      else setRead((was) => ({ ...was, query, error: answer.error }));
    });
    return () => stop.abort();
  }, [collectionId, query, readings, gathered]);
  const ids = closed.query === query ? closed.ids : none;
  const rows = useMemo(
    () =>
      query && read.query === query && read.groups ? placeGroups(read.groups.groups, ids) : null,
    [query, read, ids],
  );
  const flip = (id: string) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    setClosed({ query, ids: next });
  };
  const flipAll = (open: boolean) =>
    setClosed({ query, ids: open ? none : new Set(rows?.placed.map(({ id }) => id)) });
  return {
    grouped: query !== '',
    /** Null until the groups are known. */
    rows,
    more: read.groups?.more ?? false,
    error: query ? read.error : null,
    flip,
    flipAll,
    anyClosed: ids.size > 0,
  };
}

/** A version once changes have gathered; always the first where nobody waits for it. */
function useGathered(version: number, wanted: boolean): number {
  const [gathered, setGathered] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => setGathered(version), gatherMs);
    return () => clearTimeout(timer);
  }, [version, wanted]);
  return gathered;
}

export type Groups = ReturnType<typeof useGroups>;

function groupQuery(
  { kind, group, sum, search, filters, match }: PageView,
  fields: readonly Field[],
) {
  const field = fields.find(({ key }) => key === group?.field);
  if (kind !== 'grid' || !group || !field) return '';
  const query = restQuery({ search, filters, match });
  const { direction, by } = groupSort(field, group);
  query.set('group[field]', field.key);
  query.set('group[direction]', direction);
  if (by) query.set('group[by]', by);
  const summed = fields.find(({ key }) => key === sum);
  if (summed && isSummedType(summed.type)) query.set('sum', summed.key);
  return query.toString();
}
