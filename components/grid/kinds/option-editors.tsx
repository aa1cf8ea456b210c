'use client';

import { Check } from 'lucide-react';
import { ComboboxOptions } from '@/components/ui/combobox-options';
import type { CellEditorProps, GridColumn, GridOption } from '../types';
import { EditorPopover } from './editor-popover';
import { listOf } from './list-of';

export function OptionEditor({ value, column, initialText, onCommit, onCancel }: CellEditorProps) {
  return (
    <EditorPopover label={column.title} onClose={onCancel}>
      <ComboboxOptions
        options={choices(column)}
        initialText={initialText}
        onPick={(picked) => onCommit(picked === value ? null : picked, 'stay')}
        mark={(option) => <Mark shown={option.value === value} />}
      />
    </EditorPopover>
  );
}

export function MultiEditor({ value, column, initialText, onCommit, onCancel }: CellEditorProps) {
  const chosen = listOf(value);
  const flip = (picked: string) =>
    chosen.includes(picked) ? chosen.filter((entry) => entry !== picked) : [...chosen, picked];
  return (
    <EditorPopover label={column.title} onClose={onCancel}>
      <ComboboxOptions
        options={choices(column)}
        initialText={initialText}
        onPick={(picked) => onCommit(flip(picked), 'keep')}
        mark={(option) => <Mark shown={chosen.includes(option.value)} />}
      />
    </EditorPopover>
  );
}

const Mark = ({ shown }: { shown: boolean }) =>
  shown ? <Check aria-hidden className="ml-auto text-mark" /> : null;

const choices = (column: GridColumn) =>
  (column.options ?? []).map(({ value, label, note }: GridOption) => ({
    value,
    label,
    ...(note && { description: note }),
  }));
