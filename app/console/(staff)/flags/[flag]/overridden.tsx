import Link from 'next/link';
import { valueWord } from '@/app/_shared/flag-value';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { FlagDetail } from '@/lib/platform/flags/shapes';
import { readerIn } from '../../_frame/words';
import { Part } from '../../tenants/[id]/part';

/** Tenants for which staff decided; nothing where there are none. */
export async function Overridden({ flag: { overridden } }: { flag: FlagDetail }) {
  const t = await wording('console');
  if (overridden.length === 0) return null;
  return (
    <Part title={t('Set for single tenants')}>
      <ul className="divide-y divide-line">
        {overridden.map(({ tenant, value, reason, changedByName, changedAt }) => (
          <li key={tenant.id} className="py-2">
            <Link href={`/tenants/${tenant.id}`} className="font-medium hover:underline">
              {tenant.name}
            </Link>
            <p className="text-measure text-muted text-sm">
              {t('{value}, by {name} on {day}: {reason}', {
                value: t.said(valueWord(value)),
                name: changedByName,
                day: formatDay(changedAt, readerIn(t.language)),
                reason,
              })}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
