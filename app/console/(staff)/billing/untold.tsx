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
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { Untold as UntoldHour } from '@/lib/platform/billing/read';
import { readerIn } from '../_frame/words';

/** Hours that Stripe did not take, or of which nobody heard whether it did. */
export async function Untold({ hours }: { hours: UntoldHour[] }) {
  const t = await wording('plans');
  return (
    <section aria-labelledby="untold" className="grid gap-3">
      <h2 id="untold" className="font-semibold text-lg">
        {t('Hours that did not arrive')}
      </h2>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Tenant')}</TableHeader>
            <TableHeader>{t('Hour (UTC)')}</TableHeader>
            <TableHeader numeric>{t('Ledger')}</TableHeader>
            <TableHeader>{t('What follows')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {hours.map((one) => (
            <TableRow key={one.id}>
              <TableCell>
                <Link href={`/tenants/${one.tenant.id}`} className="block hover:underline">
                  {one.tenant.name}
                </Link>
                <span className="text-muted text-sm">{t.said(meters[one.meter].title)}</span>
              </TableCell>
              <TableCell>{formatTime(one.hour, readerIn(t.language))}</TableCell>
              <TableCell numeric>{amountWords(t, one.meter, one.quantity)}</TableCell>
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

function follows(t: Wording<'plans'>, { state, fault, nextAt }: UntoldHour): string {
  if (state === 'unsure') return t('Nobody heard whether it arrived. A comparison finds out.');
  if (!nextAt) return t.said(fault);
  const time = formatTime(nextAt, readerIn(t.language));
  return t('{fault} Told again {time} UTC.', { fault: t.said(fault), time });
}
