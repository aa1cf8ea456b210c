import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { UserPlanDetail } from '@/lib/billing/user-plans/shapes';
import { formatNumber, formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';

interface Props {
  versions: UserPlanDetail['versions'];
  reader: Reader;
}

/** Versions that were published, with how many people each holds for. */
export async function Versions({ versions, reader }: Props) {
  const t = await wording('userPlans');
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="font-semibold">{t('Versions')}</h2>
      <p className="text-measure text-muted text-sm">
        {t('A version never changes. Whoever signed one stays on it until they sign another.')}
      </p>
      {versions.length === 0 ? (
        <p className="text-muted">{t('None was published yet.')}</p>
      ) : (
        <Table className="max-w-2xl" frameLabel={t('Versions')}>
          <TableHead>
            <tr>
              <TableHeader>{t('Version')}</TableHeader>
              <TableHeader>{t('Published')}</TableHeader>
              <TableHeader numeric>{t('Members')}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {versions.map(({ version, publishedAt, subscriptions }) => (
              <TableRow key={version}>
                <TableCell>{version}</TableCell>
                <TableCell>{publishedAt ? formatTime(publishedAt, reader) : null}</TableCell>
                <TableCell numeric>{formatNumber(subscriptions, t.language)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
