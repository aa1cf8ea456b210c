'use client';

import { Paperclip } from 'lucide-react';
import { EditorPopover } from '@/components/grid/kinds/editor-popover';
import type { CellDisplayProps, CellEditorProps, CellKind } from '@/components/grid/types';
import { fileNameOf, fileRefs, usualFiles } from '../../values/files';
import { FileList } from './file-list';

function FileDisplay({ value }: CellDisplayProps) {
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {fileRefs(value).map((file) => (
        <span
          key={file}
          className="inline-flex h-5 min-w-0 max-w-40 shrink-0 items-center gap-1 rounded-small border border-line bg-surface-sunken px-1.5 text-xs"
        >
          <Paperclip aria-hidden className="size-3 shrink-0 text-muted" />
          <span className="truncate">{fileNameOf(file)}</span>
        </span>
      ))}
    </span>
  );
}

function FileEditor({ value, column, onCommit, onCancel }: CellEditorProps) {
  const [rule] = column.options ?? [];
  return (
    <EditorPopover label={column.title} onClose={onCancel}>
      <div className="p-2">
        <FileList
          fieldId={rule?.value ?? ''}
          fieldName={column.title}
          files={fileRefs(value)}
          most={Number(rule?.note) || usualFiles}
          accept={rule?.label ?? ''}
          disabled={false}
          onChange={(files) => onCommit(files.length > 0 ? files : null, 'keep')}
        />
      </div>
    </EditorPopover>
  );
}

/** Files by name; text cannot become one. */
export const fileKind: CellKind = {
  Display: FileDisplay,
  Editor: FileEditor,
  toText: (value) => fileRefs(value).map(fileNameOf).join(', '),
  parse: (text, _column, words) => (text.trim() ? { error: words.readOnlyCell } : { value: null }),
};
