import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { SeatFacts } from './seat-facts';

/** How many of the seats are taken, where they are limited. */
export async function SeatsNote({ seats: { taken, limit } }: { seats: SeatFacts }) {
  const t = await wording('settings');
  if (limit === null) return null;
  return (
    <span className="text-muted text-sm tabular-nums">
      {t('{taken} of {limit} seats', {
        taken: formatNumber(taken, 'en'),
        limit: formatNumber(limit, 'en'),
      })}
    </span>
  );
}
