'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { DataGrid } from '@/components/grid/data-grid';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import { inOrder, maxWidth, minWidth, type PageView, shownFields } from '../../view/state';
import type { Records } from '../data/use-records';
import type { FieldActs } from '../fields/field-acts';
import { recordAddress } from '../record/record-address';
import type { RecordActs } from '../record/use-record-acts';
import type { Rights } from '../rights';
import { useTimeZone } from '../types/time-zone';
import type { ChangeView } from '../view/use-view';
import { ColumnMenu } from './column-menu';
import { columnsFor, type PersonName } from './columns';
import { DropOnCell } from './drop-on-cell';
import { GroupsNote } from './groups-note';
import { recordKinds } from './kinds';
import { SumsNote } from './sums-note';
import { groupFieldOf, useBands } from './use-bands';
import { useGridRows } from './use-grid-rows';
import { useGroups } from './use-groups';

const NoRecords = dynamic(() => import('./no-records').then((file) => file.NoRecords));

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
  const t = useWording('collections');
  const shown = useMemo(() => shownFields(collection.fields, view), [collection.fields, view]);
  const columns = useMemo(
    () => columnsFor(shown, { people, editable: rights.write, view }),
    [shown, people, rights.write, view],
  );
  const timeZone = useTimeZone();
  const { names } = records.store;
  const kinds = useMemo(() => recordKinds(timeZone, names), [timeZone, names]);
  const router = useRouter();
  const openPage = (id: string) => {
    const from = { query: window.location.search, place: records.store.indexOf(id) };
    router.push(recordAddress(collection.id, id, from));
  };
  const groups = useGroups({
    collectionId: collection.id,
    fields: collection.fields,
    view,
    readings: records.readings,
    version: records.version,
  });
  const rows = useGridRows(records, groups.rows, collection, view.tints);
  const bands = useBands(groups, {
    field: groupFieldOf(collection.fields, view),
    view,
    summed: collection.fields.find(({ key }) => key === view.sum),
    people,
    locale,
  });
  const place = (key: string, to: number) => {
    const order = inOrder(collection.fields, view.order).map((field) => field.key);
    const target = shown[to]?.key;
    if (!target || target === key) return;
    const forward = order.indexOf(key) < order.indexOf(target);
    const others = order.filter((one) => one !== key);
    change(
      { order: others.toSpliced(others.indexOf(target) + (forward ? 1 : 0), 0, key) },
      'replace',
    );
  };
  const menuOf = (key: string) => {
    const field = shown.find((one) => one.key === key);
    if (!field) return null;
    const at = shown.indexOf(field);
    return (
      <ColumnMenu
        {...{ field, view, change }}
        onMove={(by) => place(key, at + by)}
        acts={fieldActs}
      />
    );
  };
  const widen = (key: string, width: number) =>
    change({ widths: { ...view.widths, [key]: inBounds(width) } }, 'replace');
  const empty = records.loaded ? (
    <NoRecords {...{ collection, view, change, rights, acts }} onAddField={fieldActs?.add} />
  ) : null;
  return (
    <DropOnCell
      fields={shown}
      getRow={rows.getRow}
      onCommit={rights.write ? rows.onCommit : undefined}
    >
      <DataGrid
        className="-mx-4 min-h-0 flex-1 border-line border-t sm:-mx-6 lg:-mx-8"
        label={t('Records of {name}', { name: collection.name })}
        columns={columns}
        kinds={kinds}
        locale={locale}
        rowCount={records.error && records.total === 0 ? 0 : records.total}
        {...rows}
        {...bands}
        selection={acts.selection}
        onOpenRow={(row) => acts.open(row.id)}
        onOpenPage={(row) => openPage(row.id)}
        openLabel={t('Open record')}
        headerMenu={(column) => menuOf(column.id)}
        empty={empty}
        footer={
          <>
            <GroupsNote groups={groups} />
            {records.total > 0 && !records.error ? (
              <SumsNote
                {...{ view, change, locale }}
                collectionId={collection.id}
                fields={collection.fields}
                total={records.total}
                version={records.version}
              />
            ) : null}
            <GridError records={records} change={change} onAddField={fieldActs?.add} />
          </>
        }
        rowSize={view.rowHeight}
        onColumnWidth={widen}
        onColumnMove={place}
        {...(rights.add && { onAddRow: acts.add, onAddRows: acts.addMany })}
        {...((rights.write || rights.remove) && {
          onSelectionChange: acts.setSelection,
          selectionActions: () => (
            <>
              {rights.write ? (
                <Button size="small" onClick={() => acts.setBulk(true)}>
                  <Pencil aria-hidden />
                  {t('Edit')}
                </Button>
              ) : null}
              {rights.remove ? (
                <Button
                  size="small"
                  variant="danger-quiet"
                  onClick={() => void acts.removeChosen()}
                >
                  <Trash2 aria-hidden />
                  {t('Delete')}
                </Button>
              ) : null}
            </>
          ),
        })}
      />
    </DropOnCell>
  );
}

const inBounds = (width: number) => Math.min(maxWidth, Math.max(minWidth, Math.round(width)));

interface ErrorProps {
  records: Records;
  change: ChangeView;
  onAddField: (() => void) | undefined;
}

/** At the right of the count: what went wrong with loading, or the way to a new field. */
function GridError({ records, change, onAddField }: ErrorProps) {
  const t = useWording('collections');
  const { error, store } = records;
  if (!error) {
    return onAddField ? (
      <Button size="small" variant="ghost" onClick={onAddField}>
        <Plus aria-hidden />
        {t('Add field')}
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
        {wrongView ? t('Clear filters and sorts') : t('Try again')}
      </Button>
    </p>
  );
}
