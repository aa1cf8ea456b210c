'use client';

import { useState } from 'react';
import { DataGrid } from '@/components/grid/data-grid';
import type { CellMarks, GridColumn, GridRowData } from '@/components/grid/types';

const columns: GridColumn[] = [
  { id: 'name', title: 'Name', kind: 'text', width: 180, frozen: true },
  { id: 'hours', title: 'Hours', kind: 'number', unit: 'h', width: 90 },
  { id: 'notes', title: 'Notes', kind: 'long-text', width: 320 },
];

const note =
  '주말 상담 예정이며, 보호자에게 먼저 연락해야 합니다. Prefers mornings and the small room.';
const row = (id: string, name: string, hours: number): GridRowData => ({
  id,
  values: { name, hours, notes: note },
});

const groups = [
  { id: 'g10', title: 'Grade 10', rows: [row('a', '김서연', 12), row('b', 'Noor Haddad', 8)] },
  { id: 'g11', title: 'Grade 11', rows: [row('c', '이도윤', 31)] },
];

// Stands still: in the product a mark goes after a few seconds.
const marks: CellMarks = {
  subscribe: () => () => undefined,
  row: (rowId) => (rowId === 'b' ? changed : unchanged),
};
const changed = { hours: 'Ada Lovelace' };
const unchanged = {};

/** Rows in groups that open and close, with room for three lines, and a change of somebody else. */
export function GroupedGrid() {
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const lines = groups.flatMap(({ id, title, rows }) => {
    const open = !shut.has(id);
    return [{ band: { id, title, count: rows.length, open } }, ...(open ? rows : [])];
  });
  const toggle = (id: string) =>
    setShut((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const at = (index: number) => lines[index];
  return (
    <div className="h-80 overflow-hidden rounded-panel border border-line">
      <DataGrid
        label="Students by grade"
        columns={columns}
        rowCount={lines.length}
        dataCount={groups.reduce((sum, { rows }) => sum + rows.length, 0)}
        bandAt={(index) => {
          const line = at(index);
          return line && 'band' in line ? line.band : undefined;
        }}
        onToggleBand={toggle}
        getRow={(index) => {
          const line = at(index);
          return line && 'values' in line ? line : undefined;
        }}
        marks={marks}
        rowSize="tall"
      />
    </div>
  );
}
