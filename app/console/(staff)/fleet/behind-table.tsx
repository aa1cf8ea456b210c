import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatSecond } from '@/lib/format';
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import type { FleetBehind } from '@/lib/platform/fleet/status';
import { readerIn, tierNames } from '../_frame/words';

/** What has not followed the last migration, with the server's words. */
export async function BehindTable({ behind }: { behind: FleetBehind[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Tenant')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Isolation')}</TableHeader>
          <TableHeader>{t('Shard')}</TableHeader>
          <TableHeader>{t('Why')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Next try')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {behind.map(({ id, tenant, tier, shard, fault, nextTryAt }) => (
          <TableRow key={id}>
            <TableCell>
              {tenant ? (
                <Link href={`/tenants/${tenant.id}`} className="font-medium hover:underline">
                  {tenant.name}
                </Link>
              ) : (
                <span className="text-muted">
                  {tier === 'pooled' ? t('Everybody') : t('Nobody yet')}
                </span>
              )}
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">
              {t.said(tierNames[tier] ?? tier)}
            </TableCell>
            <TableCell>{shard}</TableCell>
            <TableCell className="text-muted">
              {fault ? sentenceIn(t.language, fault) : t('Waits for its turn')}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted md:table-cell">
              {nextTryAt
                ? t('{time} UTC', { time: formatSecond(nextTryAt, readerIn(t.language)) })
                : t('Within seconds')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
