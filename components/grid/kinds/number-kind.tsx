import type { CellDisplayProps, CellKind, GridColumn } from '../types';
import { textOf } from './text-kind';

function NumberDisplay({ value, column, locale }: CellDisplayProps) {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) return <span className="truncate">{textOf(value)}</span>;
  return (
    <span className="truncate tabular-nums">
      {numberText(number, column, locale)}
      {column.unit && !isCurrency(column.unit) ? (
        <span className="pl-1 text-muted">{column.unit}</span>
      ) : null}
    </span>
  );
}

/** Numbers and money. Accepts grouping spaces and commas, currency signs and percent-free text. */
export const numberKind: CellKind = {
  align: 'right',
  Display: NumberDisplay,
  inputMode: 'decimal',
  toText: textOf,
  parse: (text, _column, words) => {
    const plain = text.trim().replace(/[\s,\u00a0\u202f₩$€£¥]/g, '');
    if (plain === '') return { value: null };
    const number = Number(plain);
    return Number.isFinite(number) && /^[-+]?[\d.]/.test(plain)
      ? { value: number }
      : { error: words.needNumber };
  },
};

/** A number as its column writes it; the unit of one that is no money stands beside it. */
export const numberText = (
  number: number,
  column: Pick<GridColumn, 'unit' | 'decimals'>,
  locale: string | undefined,
): string => formatter(column, locale).format(number);

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(
  column: Pick<GridColumn, 'unit' | 'decimals'>,
  locale: string | undefined,
): Intl.NumberFormat {
  const { unit, decimals } = column;
  const key = `${locale}|${unit}|${decimals}`;
  const known = formatters.get(key);
  if (known) return known;
  // Without a rule of the column every digit shows: what is read must be what is kept.
  const money = unit !== undefined && isCurrency(unit);
  const digits =
    decimals === undefined
      ? money
        ? {}
        : { maximumFractionDigits: 15 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const style = money ? { style: 'currency' as const, currency: unit } : {};
  const made = new Intl.NumberFormat(locale, { ...style, ...digits });
  formatters.set(key, made);
  return made;
}
