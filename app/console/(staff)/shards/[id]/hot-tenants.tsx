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
import type { HotTenantRow } from '@/lib/platform/shards/read';
import { staffReader, tierNames } from '../../_frame/words';
import { Part } from '../../tenants/[id]/part';

interface Props {
  hot: HotTenantRow[];
  at: Date | null;
}

/** Who writes most there. */
export function HotTenants({ hot, at }: Props) {
  const measured = at ? `as of ${formatSecond(at, staffReader)} UTC` : undefined;
  return (
    <Part title="Hot tenants" note={measured}>
      {hot.length === 0 ? (
        <p className="text-muted">
          {at ? 'Nobody wrote anything in the last minute.' : 'Measured once a minute.'}
        </p>
      ) : (
        <Table>
          <TableHead>
            <tr>
              <TableHeader>Tenant</TableHeader>
              <TableHeader className="hidden sm:table-cell">Isolation</TableHeader>
              <TableHeader numeric>Rows a minute</TableHeader>
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
                  {tierNames[one.tier]}
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
