import { formatCount } from '@/lib/format';
import type { Import } from '../../imports/shapes';

type Counts = Pick<
  Import,
  'rowsAdded' | 'rowsChanged' | 'rowsSame' | 'rowsSkipped' | 'rowsFailed' | 'mode'
>;

/** What rows become, or became, in numbers; nothing where all of them are simply added. */
export function Tally({ found }: { found: Counts }) {
  const { rowsAdded, rowsChanged, rowsSame, rowsSkipped, rowsFailed, mode } = found;
  const rows = [
    ['Added', rowsAdded],
    ['Changed', rowsChanged],
    ['Already the same', rowsSame],
    [mode === 'add' ? 'Left as they are' : 'Not there, passed over', rowsSkipped],
    ['Refused', rowsFailed],
  ] as const;
  const told = rows.filter(([, count]) => count > 0);
  if (told.length < 2) return null;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {told.map(([name, count]) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-muted text-sm">{name}</dt>
          <dd className="font-semibold text-lg tabular-nums">{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in one line. */
export const tallyWords = ({ rowsAdded, rowsChanged, rowsFailed }: Counts): string =>
  [
    rowsAdded > 0 || rowsChanged === 0 ? `${formatCount(rowsAdded, 'record')} added` : '',
    rowsChanged > 0 ? `${formatCount(rowsChanged, 'record')} changed` : '',
    rowsFailed > 0 ? `${formatCount(rowsFailed, 'row')} refused` : '',
  ]
    .filter(Boolean)
    .join(', ');
