'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DataGrid } from '@/components/grid/data-grid';
import { noRows } from '@/components/grid/row-selection';
import type { GridColumn, GridRowData } from '@/components/grid/types';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { GallerySection } from './gallery-section';
import { GroupedGrid } from './grouped-grid';

const names = ['김서연', 'Ada Lovelace', '이도윤', '박하은', 'Noor Haddad', 'Chloé Martin'];
const people = names.map((label, at) => ({ value: `p${at}`, label }));
const plans = [
  { value: 'intensive', label: '집중반', tone: 'brand' },
  { value: 'weekly', label: 'Weekly', tone: 'info' },
  { value: 'paused', label: 'Paused', tone: 'warning' },
];
const columns: GridColumn[] = [
  { id: 'name', title: 'Name', kind: 'text', width: 200, required: true },
  { id: 'plan', title: 'Plan', kind: 'select', options: plans, width: 130 },
  { id: 'fee', title: 'Fee', kind: 'money', unit: 'KRW', width: 120 },
  { id: 'hours', title: 'Hours', kind: 'number', unit: 'h', width: 90 },
  { id: 'start', title: 'Starts', kind: 'date', width: 140 },
  { id: 'signed', title: 'Signed', kind: 'boolean', width: 90 },
  { id: 'email', title: 'E-mail', kind: 'email', width: 220 },
  { id: 'teacher', title: 'Teacher', kind: 'person', options: people, width: 170 },
  { id: 'notes', title: 'Notes', kind: 'long-text', width: 280 },
  { id: 'days', title: 'Days', kind: 'multi-select', options: plans, width: 200 },
  { id: 'site', title: 'Site', kind: 'url', width: 200 },
  { id: 'code', title: 'Code', kind: 'text', readOnly: true, width: 120 },
];
const rowCount = 50_000;

export function GridSection() {
  const [edited, setEdited] = useState<ReadonlyMap<string, GridRowData>>(new Map());
  const [selection, setSelection] = useState(noRows);
  const [load] = useState(() => rowSource());
  const getRow = (index: number) => edited.get(`r${index}`) ?? load(index);
  const keep = (rowId: string, columnId: string, value: unknown) =>
    setEdited((rows) => {
      const row = rows.get(rowId) ?? load(Number(rowId.slice(1)));
      if (!row) return rows;
      const values = { ...row.values, [columnId]: value };
      return new Map(rows).set(rowId, { id: rowId, values });
    });
  return (
    <GallerySection id="grid" title="Grid">
      <div className="h-120 overflow-hidden rounded-panel border border-line">
        <DataGrid
          label="Students"
          columns={columns}
          rowCount={rowCount}
          getRow={getRow}
          selection={selection}
          onSelectionChange={setSelection}
          selectionActions={() => (
            <Button size="small" variant="danger-quiet">
              <Trash2 aria-hidden /> Delete
            </Button>
          )}
          onCommit={async (rowId, columnId, value) => {
            await new Promise((resolve) => setTimeout(resolve, 400));
            if (value === 'fail') return { error: 'This name is taken. Choose another one.' };
            keep(rowId, columnId, value);
            return {};
          }}
          onAddRow={() => notify.say('A row would be added here')}
          onOpenRow={(row) => notify.say(`Opens ${row.id}`)}
          openLabel="Open record"
        />
      </div>
      <GroupedGrid />
    </GallerySection>
  );
}

/** Rows made on demand; a stretch of them stays unloaded to show skeletons. */
function rowSource() {
  const known = new Map<number, GridRowData>();
  return (index: number): GridRowData | undefined => {
    if (index >= 60 && index < 66) return undefined;
    const row = known.get(index) ?? makeRow(index);
    known.set(index, row);
    return row;
  };
}

function makeRow(index: number): GridRowData {
  const day = String((index % 28) + 1).padStart(2, '0');
  return {
    id: `r${index}`,
    values: {
      name: `${names[index % names.length]} ${index + 1}`,
      plan: plans[index % plans.length]?.value,
      fee: (index % 40) * 12_500,
      hours: (index * 37) % 120,
      start: `2026-03-${day}`,
      signed: index % 3 === 0,
      email: `student.${index + 1}@example.com`,
      teacher: people[(index * 5) % people.length]?.value,
      notes: index % 4 ? null : '주말 상담 예정이며, 보호자에게 먼저 연락해야 합니다.',
      days: index % 2 ? ['weekly'] : ['intensive', 'paused'],
      site: index % 5 ? null : 'https://example.com/students',
      code: `S-${10_000 + index}`,
    },
  };
}
