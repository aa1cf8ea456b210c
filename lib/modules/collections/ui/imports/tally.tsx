import { formatNumber } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';

type Counts = Pick<
  Import,
  'rowsAdded' | 'rowsChanged' | 'rowsSame' | 'rowsSkipped' | 'rowsFailed' | 'mode'
>;

/** What rows become, or became, in numbers; nothing where all of them are simply added. */
export function Tally({ found }: { found: Counts }) {
  const t = useWording('collections');
  const { rowsAdded, rowsChanged, rowsSame, rowsSkipped, rowsFailed, mode } = found;
  const rows = [
    [t('Added'), rowsAdded],
    [t('Changed'), rowsChanged],
    [t('Already the same'), rowsSame],
    [mode === 'add' ? t('Left as they are') : t('Not there, passed over'), rowsSkipped],
    [t('Refused'), rowsFailed],
  ] as const;
  const told = rows.filter(([, count]) => count > 0);
  if (told.length < 2) return null;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {told.map(([name, count]) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-muted text-sm">{name}</dt>
          <dd className="font-semibold text-lg tabular-nums">{formatNumber(count, t.language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in one line. */
export const tallyWords = (
  { rowsAdded, rowsChanged, rowsFailed }: Counts,
  t: Wording<'collections'>,
): string =>
  [
    rowsAdded > 0 || rowsChanged === 0
      ? t('{count, plural, one {# record} other {# records}} added', { count: rowsAdded })
      : '',
    rowsChanged > 0
      ? t('{changed, plural, one {# record} other {# records}} changed', { changed: rowsChanged })
      : '',
    rowsFailed > 0
      ? t('{count, plural, one {# row} other {# rows}} refused', { count: rowsFailed })
      : '',
  ]
    .filter(Boolean)
    .join(', ');
