import { Check } from 'lucide-react';
import type { CellDisplayProps, CellKind } from '../types';

const yes = new Set(['true', 'yes', 'y', '1', 'on', 'x', '예', '네', 'o']);
const no = new Set(['', 'false', 'no', 'n', '0', 'off', '아니요', '아니오']);

/** A drawing of a checkbox; the cell carries the state for readers. */
function BooleanDisplay({ value }: CellDisplayProps) {
  return (
    <span
      data-checked={value === true || undefined}
      className="grid size-4 place-items-center rounded-small border border-line-strong data-checked:border-mark data-checked:bg-mark data-checked:text-mark-foreground"
    >
      {value === true ? <Check aria-hidden strokeWidth={3} className="size-3" /> : null}
      <span className="sr-only">{value === true ? '✓' : ''}</span>
    </span>
  );
}

export const booleanKind: CellKind = {
  align: 'center',
  Display: BooleanDisplay,
  toText: (value) => (value === true ? 'true' : 'false'),
  toggle: (value) => value !== true,
  parse: (text, _column, words) => {
    const word = text.trim().toLowerCase();
    if (yes.has(word)) return { value: true };
    return no.has(word) ? { value: false } : { error: words.needYesNo };
  },
};
