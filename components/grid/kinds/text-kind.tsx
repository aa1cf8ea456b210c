import type { CellDisplayProps, CellKind } from '../types';

export const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

function TextDisplay({ value }: CellDisplayProps) {
  return <span className="truncate">{textOf(value)}</span>;
}

export const textKind: CellKind = {
  Display: TextDisplay,
  toText: textOf,
  parse: (text) => ({ value: text.trim() === '' ? null : text.trim() }),
};
