'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { DataGrid } from '@/components/grid/data-grid';
import { Button } from '@/components/ui/button';
import { updateField } from '../../actions';
import type { Collection } from '../../collections/shapes';
import type { PageView } from '../../view/url';
import type { Records } from '../data/use-records';
import type { FieldActs } from '../fields/field-acts';
import type { RecordActs } from '../record/use-record-acts';
import type { Rights } from '../rights';
import { useTimeZone } from '../types/time-zone';
import type { ChangeView } from '../view/use-view';
import { ColumnMenu } from './column-menu';
import { columnsFor, type PersonName } from './columns';
import { recordKinds } from './kinds';
import { NoRecords } from './no-records';
import { useGridRows } from './use-grid-rows';

interface Props {
  collection: Collection;
  people: readonly PersonName[];
  rights: Rights;
  view: PageView;
  change: ChangeView;
  records: Records;
  acts: RecordActs;
  locale: string;
  /** Absent when this person may not design the collection. */
  fieldActs: FieldActs | undefined;
}

/** The grid over the records of a view. */
export function RecordGrid(props: Props) {
  const { collection, people, rights, view, change, records, acts, locale, fieldActs } = props;
  const shown = useMemo(
    () => collection.fields.filter(({ key }) => !view.hidden.includes(key)),
    [collection.fields, view.hidden],
  );
  const columns = useMemo(
    () => columnsFor(shown, { people, editable: rights.write }),
    [shown, people, rights.write],
  );
  const timeZone = useTimeZone();
  const kinds = useMemo(() => recordKinds(timeZone), [timeZone]);
  const rows = useGridRows(records);
  const menuOf = (key: string) => {
    const field = shown.find((one) => one.key === key);
    if (!field) return null;
    return <ColumnMenu {...{ field, view, change }} acts={fieldActs} />;
  };
  const widen = (key: string, width: number) => {
    const field = shown.find((one) => one.key === key);
    if (!field) return;
    void updateField({ collectionId: collection.id, fieldId: field.id, width: inBounds(width) });
  };
  const empty = records.loaded ? (
    <NoRecords {...{ collection, view, change, rights, acts }} onAddField={fieldActs?.add} />
  ) : null;
  return (
    <DataGrid
      className="-mx-4 min-h-0 flex-1 border-line border-t sm:-mx-6 lg:-mx-8"
      label={`Records of ${collection.name}`}
      columns={columns}
      kinds={kinds}
      locale={locale}
      rowCount={records.error && records.total === 0 ? 0 : records.total}
      {...rows}
      selection={acts.selection}
      onOpenRow={(row) => acts.open(row.id)}
      openLabel="Open record"
      headerMenu={(column) => menuOf(column.id)}
      empty={empty}
      footer={<GridError records={records} change={change} onAddField={fieldActs?.add} />}
      {...(rights.design && { onColumnWidth: widen })}
      {...(rights.write && {
        onSelectionChange: acts.setSelection,
        onAddRow: acts.add,
        selectionActions: () => (
          <Button size="small" variant="danger-quiet" onClick={() => void acts.removeChosen()}>
            <Trash2 aria-hidden />
            Delete
          </Button>
        ),
      })}
    />
  );
}

const inBounds = (width: number) => Math.min(800, Math.max(60, Math.round(width)));

interface ErrorProps {
  records: Records;
  change: ChangeView;
  onAddField: (() => void) | undefined;
}

/** At the right of the count: what went wrong with loading, or the way to a new field. */
function GridError({ records, change, onAddField }: ErrorProps) {
  const { error, store } = records;
  if (!error) {
    return onAddField ? (
      <Button size="small" variant="ghost" onClick={onAddField}>
        <Plus aria-hidden />
        Add field
      </Button>
    ) : null;
  }
  const wrongView = error.code === 'invalid';
  return (
    <p role="alert" className="flex min-w-0 items-center gap-2 text-danger-text">
      <span className="truncate">{error.message}</span>
      <Button
        size="small"
        onClick={() => (wrongView ? change({ filters: [], sorts: [] }) : store.reload())}
      >
        {wrongView ? 'Clear filters and sorts' : 'Try again'}
      </Button>
    </p>
  );
}
