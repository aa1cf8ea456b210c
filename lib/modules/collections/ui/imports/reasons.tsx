import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';

const shown = 8;

/** Why rows were refused, the most frequent reason first. */
export function Reasons({ reasons }: { reasons: Import['reasons'] }) {
  const t = useWording('collections');
  if (reasons.length < 2) return null;
  return (
    <ul className="flex flex-col gap-1">
      {reasons.slice(0, shown).map(({ field, message, rows }) => (
        <li key={`${field}:${message}`} className="flex gap-3">
          <span className="w-20 shrink-0 text-muted tabular-nums">
            {t('{rows, plural, one {# row} other {# rows}}', { rows })}
          </span>
          <span className="min-w-0">{message}</span>
        </li>
      ))}
      {reasons.length > shown ? (
        <li className="text-muted text-sm">
          {t('and {count} more reasons', { count: reasons.length - shown })}
        </li>
      ) : null}
    </ul>
  );
}
