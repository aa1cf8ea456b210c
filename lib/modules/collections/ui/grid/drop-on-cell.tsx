'use client';

import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { GridRowData } from '@/components/grid/types';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { fileRefs, usualFiles } from '../../values/files';
import { sendFile } from '../data/api';

interface Props {
  /** Columns in the order of the grid. */
  fields: readonly Field[];
  getRow: (index: number) => GridRowData | undefined;
  /** Absent when this person may not write. */
  onCommit:
    | ((rowId: string, key: string, value: unknown) => Promise<{ error?: string }>)
    | undefined;
  children: ReactNode;
}

/** Files dropped on a cell of files are uploaded into it. */
export function DropOnCell({ fields, getRow, onCommit, children }: Props) {
  const t = useWording('collections');
  const [sending, setSending] = useState<string | null>(null);
  const marked = useRef<HTMLElement | null>(null);
  const mark = (cell: HTMLElement | null) => {
    // The second mark keeps the page from taking the file for an import.
    for (const name of ['data-drop', 'data-takes-files']) {
      marked.current?.removeAttribute(name);
      cell?.setAttribute(name, '');
    }
    marked.current = cell;
  };
  const targetOf = (event: DragEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[role="gridcell"][data-row]');
    const field = fields[Number(cell?.dataset.column)];
    const row = getRow(Number(cell?.dataset.row));
    if (!onCommit || !cell || !row || row.readOnly) return null;
    if (field?.type !== 'file' || field.locked) return null;
    return { cell, field, row };
  };
  const drop = async (event: DragEvent) => {
    const target = targetOf(event);
    mark(null);
    if (!target || !onCommit || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    const { field, row } = target;
    const held = fileRefs(row.values[field.key]);
    const most = field.options.maxFiles ?? usualFiles;
    const files = [...event.dataTransfer.files].slice(0, Math.max(1, most - held.length));
    const arrived: string[] = [];
    for (const file of files) {
      setSending(t('Uploading {name}', { name: file.name }));
      const path = `/fields/${field.id}/attachments`;
      const answer = await sendFile<{ value: string }>(path, file, () => undefined);
      if (answer.ok) arrived.push(answer.data.value);
      else
        notify.failed(t('{name} was not added', { name: file.name }), {
          description: answer.error.message,
        });
    }
    setSending(null);
    if (arrived.length === 0) return;
    const { error } = await onCommit(
      row.id,
      field.key,
      most === 1 ? arrived : [...held, ...arrived],
    );
    if (error) notify.failed(t('The file was not added'), { description: error });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the cell's editor does the same
    <div
      className="contents [&_[data-drop]]:bg-surface-selected [&_[data-drop]]:outline-2 [&_[data-drop]]:outline-mark [&_[data-drop]]:-outline-offset-2"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) mark(targetOf(event)?.cell ?? null);
      }}
      onDragLeave={() => mark(null)}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {sending ? (
        <p
          role="status"
          className="fixed right-4 bottom-4 z-10 max-w-80 truncate rounded-panel border border-line bg-surface-raised px-3 py-2 shadow-overlay"
        >
          {sending}
        </p>
      ) : null}
    </div>
  );
}
