'use client';

import { EditorPopover } from '@/components/grid/kinds/editor-popover';
import type { CellEditorProps } from '@/components/grid/types';
import { idsIn } from './link-names';
import { RelationPicker } from './relation-picker';

export function RelationEditor({
  value,
  column,
  initialText,
  onCommit,
  onCancel,
}: CellEditorProps) {
  const [target] = column.options ?? [];
  const many = target?.label === 'many';
  return (
    <EditorPopover label={column.title} onClose={onCancel}>
      <RelationPicker
        targetId={target?.value ?? ''}
        chosen={idsIn(value)}
        many={many}
        initialText={initialText}
        onChange={(ids) => onCommit(ids.length > 0 ? ids : null, many ? 'keep' : 'stay')}
      />
    </EditorPopover>
  );
}
