import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatNumber, formatSecond } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { HotTenantRow } from '@/lib/platform/shards/read';
import { readerIn, tierNames } from '../../_frame/words';
import { Part } from '../../tenants/[id]/part';

interface Props {
  hot: HotTenantRow[];
  at: Date | null;
}

/** Who writes most there. */
export async function HotTenants({ hot, at }: Props) {
  const t = await wording('console');
  const measured = at
    ? t('as of {time} UTC', { time: formatSecond(at, readerIn(t.language)) })
    : undefined;
  return (
    <Part title={t('Hot tenants')} note={measured}>
      {hot.length === 0 ? (
        <p className="text-muted">
          {at ? t('Nobody wrote anything in the last minute.') : t('Measured once a minute.')}
        </p>
      ) : (
        <Table>
          <TableHead>
            <tr>
              <TableHeader>{t('Tenant')}</TableHeader>
              <TableHeader className="hidden sm:table-cell">{t('Isolation')}</TableHeader>
              <TableHeader numeric>{t('Rows a minute')}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {hot.map((one) => (
              <TableRow key={one.tenantId}>
                <TableCell>
                  <Link href={`/tenants/${one.tenantId}`} className="font-medium hover:underline">
                    {one.name}
                  </Link>
                </TableCell>
                <TableCell className="hidden text-muted sm:table-cell">
                  {t.said(tierNames[one.tier] ?? one.tier)}
                </TableCell>
                <TableCell numeric>{formatNumber(one.writesPerMinute, 'en')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Part>
  );
}
