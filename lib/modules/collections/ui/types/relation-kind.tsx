'use client';

import type { CellDisplayProps, CellKind } from '@/components/grid/types';
import { late } from '@/components/ui/late';
import { LinkChip } from './link-chip';
import { idsIn, type LinkNames, useLinkNames } from './link-names';

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

const editor = late(async () => (await import('./relation-editor')).RelationEditor);

/** Linked records by name; pasted names are looked up by the product. */
export const relationKind = (names: LinkNames): CellKind => ({
  Display: RelationDisplay,
  editor,
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
