'use client';

import { EditorPopover } from '@/components/grid/kinds/editor-popover';
import type { CellDisplayProps, CellEditorProps, CellKind } from '@/components/grid/types';
import { LinkChip } from './link-chip';
import { type LinkNames, useLinkNames } from './link-names';
import { RelationPicker } from './relation-picker';

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function RelationDisplay({ value }: CellDisplayProps) {
  const names = useLinkNames();
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {idsIn(value).map((id) => (
        <LinkChip key={id} name={names.get(id)} />
      ))}
    </span>
  );
}

function RelationEditor({ value, column, initialText, onCommit, onCancel }: CellEditorProps) {
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

/** Linked records by name; pasted names are looked up by the product. */
export const relationKind = (names: LinkNames): CellKind => ({
  Display: RelationDisplay,
  Editor: RelationEditor,
  toText: (value) =>
    idsIn(value)
      .flatMap((id) => names.get(id) || [])
      .join(', '),
  parse: (text) => ({ value: text.trim() || null }),
});

function LookupDisplay({ value }: CellDisplayProps) {
  return <span className="truncate text-muted">{idsIn(value).join(', ')}</span>;
}

export const lookupKind: CellKind = {
  Display: LookupDisplay,
  toText: (value) => idsIn(value).join(', '),
  parse: (_text, _column, words) => ({ error: words.readOnlyCell }),
};
