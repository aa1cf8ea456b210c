'use client';

import { EditorPopover } from '@/components/grid/kinds/editor-popover';
import type { CellEditorProps } from '@/components/grid/types';
import { fileRefs, usualFiles } from '../../values/files';
import { FileList } from './file-list';

export function FileEditor({ value, column, onCommit, onCancel }: CellEditorProps) {
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
