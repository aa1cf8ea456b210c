import Link from 'next/link';
import { hrefWith } from '@/app/_shared/query';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatSecond, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { Delivery } from '@/lib/webhooks/shapes';
import { deliveryWords, faultWords } from '../../webhook-words';

interface Props {
  deliveries: readonly Delivery[];
  path: string;
  query: Record<string, string>;
  reader: Reader;
}

export async function DeliveryTable({ deliveries, path, query, reader }: Props) {
  const t = await wording('developers');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Event')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Last answer')}</TableHeader>
          <TableHeader className="hidden text-right lg:table-cell">{t('Tries')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('When')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {deliveries.map((one) => {
          const { label, tone } = deliveryWords[one.state];
          return (
            <TableRow key={one.id} className="relative">
              <TableCell className="max-sm:py-1.5">
                <Link
                  href={hrefWith(path, query, { message: one.id })}
                  scroll={false}
                  className="font-medium after:absolute after:inset-0 hover:underline"
                >
                  {one.kind}
                </Link>
                <span className="block truncate text-muted text-sm sm:hidden">
                  {formatSecond(one.createdAt, reader)}
                </span>
              </TableCell>
              <TableCell>
                <Status tone={tone}>{t(label)}</Status>
              </TableCell>
              <TableCell className="hidden text-muted md:table-cell">
                {one.last ? answerWords(one.last, t) : t('Not tried yet')}
                {one.nextAt && one.state === 'waiting' && one.last ? (
                  <span className="block text-sm">
                    {t('again at {time}', { time: formatSecond(one.nextAt, reader) })}
                  </span>
                ) : null}
              </TableCell>
              <TableCell className="hidden text-right text-muted tabular-nums lg:table-cell">
                {one.attempts}
              </TableCell>
              <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
                {formatSecond(one.createdAt, reader)}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** What came back of one try, in words. */
export function answerWords(
  { status, fault, durationMs }: NonNullable<Delivery['last']>,
  t: Wording<'developers'>,
): string {
  if (status !== null)
    return t('Status {status} after {ms} ms', { status: `${status}`, ms: durationMs });
  return t(faultWords[fault ?? ''] ?? 'Nobody answered at the address');
}
