'use client';

import { useMemo } from 'react';
import { FailedValue } from '@/components/grid/failed-value';
import { kindOf } from '@/components/grid/kinds/cell-kinds';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { plainState } from '../../view/state';
import { columnsFor, type PersonName } from '../grid/columns';
import { recordKinds } from '../grid/kinds';
import type { LinkNames } from '../types/link-names';
import { useTimeZone } from '../types/time-zone';
import { usePrinting } from './use-printing';

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  record: RecordShape;
  names: LinkNames;
  locale: string;
}

/** On paper, a record is what it says, without the controls that change it. */
export function PrintedFields(props: Props) {
  return usePrinting() ? <Paper {...props} /> : null;
}

function Paper({ fields, people, record, names, locale }: Props) {
  const t = useWording('collections');
  const timeZone = useTimeZone();
  const kinds = useMemo(() => recordKinds(timeZone, names), [timeZone, names]);
  return (
    <dl className="printed grid grid-cols-[12rem_minmax(0,1fr)]">
      {columnsFor(fields, { people, editable: false, view: plainState }).map((column) => {
        const { Display } = kindOf(kinds, column.kind);
        return (
          <div
            key={column.id}
            className="col-span-2 grid grid-cols-subgrid border-line border-b py-1.5"
          >
            <dt className="pr-4 text-muted">{column.title}</dt>
            <dd className="min-w-0 whitespace-pre-wrap">
              {record.problems?.[column.id] ? (
                <FailedValue problem={t.said(record.problems[column.id] ?? '')} />
              ) : (
                <Display value={record.data[column.id] ?? null} {...{ column, locale }} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
