import { Paperclip } from 'lucide-react';
import type { CellDisplayProps, CellKind } from '@/components/grid/types';
import { late } from '@/components/ui/late';
import { fileNameOf, fileRefs } from '../../values/files';

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

/** Files by name; text cannot become one. */
export const fileKind: CellKind = {
  Display: FileDisplay,
  editor: late(async () => (await import('./file-editor')).FileEditor),
  toText: (value) => fileRefs(value).map(fileNameOf).join(', '),
  parse: (text, _column, words) => (text.trim() ? { error: words.readOnlyCell } : { value: null }),
};
