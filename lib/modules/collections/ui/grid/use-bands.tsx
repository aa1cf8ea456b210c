'use client';

import { useMemo } from 'react';
import type { DataGridProps } from '@/components/grid/types';
import type { Field } from '../../fields/shapes';
import type { PageView } from '../../view/state';
import { amountText } from './amount-text';
import type { PersonName } from './columns';
import { groupAt, recordIndex } from './group-rows';
import { GroupTitle } from './group-title';
import type { Groups } from './use-groups';

type Bands = Pick<DataGridProps, 'rowCount' | 'dataCount' | 'bandAt' | 'onToggleBand' | 'numberOf'>;

interface Options {
  field: Field | undefined;
  view: PageView;
  /** The field that each group adds up. */
  summed: Field | undefined;
  people: readonly PersonName[];
  locale: string;
}

/** The grid's side of groups: a band above the records of each; nothing while there are none. */
export function useBands(groups: Groups, options: Options): Partial<Bands> {
  const { field, view, summed, people, locale } = options;
  const { rows, flip } = groups;
  const by = view.group?.by;
  const bands = useMemo((): Partial<Bands> => {
    if (!rows || !field) return {};
    return {
      rowCount: rows.rowCount,
      dataCount: rows.recordCount,
      bandAt: (index) => {
        const found = groupAt(rows, index);
        if (!found || found.row !== index) return undefined;
        const { id, open, group } = found;
        const title = <GroupTitle {...{ field, by, people, locale }} value={group.value} />;
        const sum = summed && group.sum !== null ? amountText(summed, group.sum, locale) : '';
        return { id, open, count: group.count, title, ...(sum && { note: `Σ ${sum}` }) };
      },
      numberOf: (index) => {
        const found = groupAt(rows, index);
        return (recordIndex(rows, index) ?? 0) - (found?.offset ?? 0) + 1;
      },
    };
  }, [rows, field, by, summed, people, locale]);
  return rows ? { ...bands, onToggleBand: flip } : bands;
}

export const groupFieldOf = (fields: readonly Field[], { group }: PageView) =>
  fields.find(({ key }) => key === group?.field);
