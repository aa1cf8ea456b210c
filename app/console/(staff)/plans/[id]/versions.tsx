import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatNumber, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { PlanDetail } from '@/lib/platform/plans/shapes';
import { readerIn } from '../../_frame/words';
import { StripeStatus } from './stripe-status';

/** Versions that were published, with how many tenants each holds for. */
export async function Versions({ versions }: { versions: PlanDetail['versions'] }) {
  const t = await wording('plans');
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="font-semibold">{t('Versions')}</h2>
      <p className="text-measure text-muted text-sm">
        {t('A version never changes. Whoever signed one stays on it until they are moved.')}
      </p>
      {versions.length === 0 ? (
        <p className="text-muted">{t('None was published yet.')}</p>
      ) : (
        <Table className="max-w-3xl" frameLabel={t('Versions')}>
          <TableHead>
            <tr>
              <TableHeader>{t('Version')}</TableHeader>
              <TableHeader>{t('Published')}</TableHeader>
              <TableHeader numeric>{t('Tenants')}</TableHeader>
              <TableHeader>{t('Stripe')}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {versions.map(({ version, publishedAt, subscriptions, stripe, terms }) => (
              <TableRow key={version}>
                <TableCell>{version}</TableCell>
                <TableCell>
                  {publishedAt ? `${formatTime(publishedAt, readerIn(t.language))} UTC` : null}
                </TableCell>
                <TableCell numeric>{formatNumber(subscriptions, t.language)}</TableCell>
                <TableCell className="max-w-sm whitespace-normal">
                  <StripeStatus stripe={stripe} free={terms.prices.length === 0} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
