'use client';

import { useMemo } from 'react';
import { FailedValue } from '@/components/grid/failed-value';
import { kindOf } from '@/components/grid/kinds/cell-kinds';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import { type PageView, shownFields } from '../../view/state';
import type { Records } from '../data/use-records';
import { columnsFor, type PersonName } from '../grid/columns';
import { recordKinds } from '../grid/kinds';
import { useTimeZone } from '../types/time-zone';
import { fitting } from './fitting';
import { firstRecords, mostPrinted } from './print-view';
import { usePrinting } from './use-printing';

interface Props {
  collection: Collection;
  people: readonly PersonName[];
  view: PageView;
  records: Records;
  locale: string;
}

/** On paper, a view is a table whatever it is on the screen. */
export function PrintedRecords(props: Props) {
  return usePrinting() ? <Paper {...props} /> : null;
}

function Paper({ collection, people, view, records, locale }: Props) {
  const t = useWording('collections');
  const timeZone = useTimeZone();
  const { names } = records.store;
  const kinds = useMemo(() => recordKinds(timeZone, names), [timeZone, names]);
  const fields = shownFields(collection.fields, view);
  const { shown, left } = fitting(columnsFor(fields, { people, editable: false, view }));
  const rows = firstRecords(records.store, mostPrinted);
  return (
    <div className="printed printed-wide">
      <p className="text-muted">
        {rows.length < records.total
          ? t('The first {shown} of {total} records', { shown: rows.length, total: records.total })
          : t('{count, plural, one {# record} other {# records}}', { count: rows.length })}
        {left.length > 0
          ? `. ${t('Not on paper: {fields}', { fields: left.map(({ title }) => title).join(', ') })}`
          : null}
      </p>
      <table className="mt-2 w-full border-collapse">
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column.id} scope="col" className="p-1 text-left align-bottom font-semibold">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, data, problems }) => (
            <tr key={id}>
              {shown.map((column) => {
                const { Display } = kindOf(kinds, column.kind);
                return (
                  <td key={column.id} className="p-1 align-top">
                    {problems?.[column.id] ? (
                      <FailedValue problem={t.said(problems[column.id] ?? '')} />
                    ) : (
                      <Display value={data[column.id] ?? null} {...{ column, locale }} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
