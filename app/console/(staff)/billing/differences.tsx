import Link from 'next/link';
import { amountWords } from '@/app/_shared/usage/meter-words';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { meters } from '@/lib/billing/meters';
import { formatDay, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { Difference } from '@/lib/platform/billing/read';
import { readerIn } from '../_frame/words';

/** Days of which Stripe knows something else than the ledger says. */
export async function Differences({ days }: { days: Difference[] }) {
  const t = await wording('plans');
  return (
    <section aria-labelledby="differences" className="grid gap-3">
      <div>
        <h2 id="differences" className="font-semibold text-lg">
          {t('Days that differ')}
        </h2>
        <p className="max-w-prose text-muted">
          {t(
            'Stripe adds up late, so that a day may differ for an hour. What stays is mended; what is older than Stripe takes is only shown.',
          )}
        </p>
      </div>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Tenant')}</TableHeader>
            <TableHeader>{t('Day (UTC)')}</TableHeader>
            <TableHeader numeric>{t('Ledger')}</TableHeader>
            <TableHeader numeric>{t('Stripe was told')}</TableHeader>
            <TableHeader numeric>{t('Stripe knows')}</TableHeader>
            <TableHeader>{t('What follows')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {days.map((one) => (
            <TableRow key={one.id}>
              <TableCell>
                <Link href={`/tenants/${one.tenant.id}`} className="block hover:underline">
                  {one.tenant.name}
                </Link>
                <span className="text-muted text-sm">{t.said(meters[one.meter].title)}</span>
              </TableCell>
              <TableCell>{formatDay(new Date(one.day), readerIn(t.language))}</TableCell>
              {[one.ledger, one.told, one.known].map((quantity, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns that stay
                <TableCell key={at} numeric>
                  {amountWords(t, one.meter, quantity)}
                </TableCell>
              ))}
              <TableCell className="min-w-56 whitespace-normal py-1 text-muted">
                {follows(t, one)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

function follows(t: Wording<'plans'>, { fault, hours, nextAt }: Difference): string {
  if (fault) return t('Could not be compared: {fault}', { fault: t.said(fault) });
  if (!nextAt) return t('Too old to be mended. Settle it by hand.');
  return t(
    '{hours, plural, one {# hour differs} other {# hours differ}}. Compared again {time} UTC.',
    { hours, time: formatTime(nextAt, readerIn(t.language)) },
  );
}
