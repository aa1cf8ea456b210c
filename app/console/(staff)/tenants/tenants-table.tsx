import Link from 'next/link';
import type { z } from 'zod';
import { Badge } from '@/components/ui/badge';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatDay, formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TenantRow } from '@/lib/platform/tenants/list-tenants';
import { TenantStatus } from '../_frame/tenant-status';
import { readerIn, tierNames } from '../_frame/words';

export async function TenantsTable({ tenants }: { tenants: z.output<typeof TenantRow>[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Name')}</TableHeader>
          <TableHeader>{t('Status')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Isolation')}</TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            {t('Members')}
          </TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Opened')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {tenants.map((tenant) => (
          <TableRow key={tenant.id} className="relative">
            <TableCell>
              <Link
                href={`/tenants/${tenant.id}`}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {tenant.name}
              </Link>
              <span className="ml-2 text-muted text-sm">{tenant.slug}</span>
            </TableCell>
            <TableCell>
              <span className="flex flex-wrap items-center gap-2">
                <TenantStatus status={tenant.status} />
                {tenant.leavesAt ? (
                  <Badge tone="danger">
                    {t('Goes {time}', { time: formatDay(tenant.leavesAt, readerIn(t.language)) })}
                  </Badge>
                ) : null}
              </span>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {t.said(tierNames[tenant.tier ?? ''] ?? 'None')}
            </TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              {formatNumber(tenant.members, 'en')}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatDay(tenant.createdAt, readerIn(t.language))}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
