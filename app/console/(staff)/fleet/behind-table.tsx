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
import type { FleetBehind } from '@/lib/platform/fleet/status';
import { staffReader, tierNames } from '../_frame/words';

/** What has not followed the last migration, with the server's words. */
export function BehindTable({ behind }: { behind: FleetBehind[] }) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Tenant</TableHeader>
          <TableHeader className="hidden sm:table-cell">Isolation</TableHeader>
          <TableHeader>Shard</TableHeader>
          <TableHeader>Why</TableHeader>
          <TableHeader className="hidden md:table-cell">Next try</TableHeader>
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
                <span className="text-muted">{tier === 'pooled' ? 'Everybody' : 'Nobody yet'}</span>
              )}
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">{tierNames[tier]}</TableCell>
            <TableCell>{shard}</TableCell>
            <TableCell className="text-muted">{fault ?? 'Waits for its turn'}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted md:table-cell">
              {nextTryAt ? `${formatSecond(nextTryAt, staffReader)} UTC` : 'Within seconds'}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
