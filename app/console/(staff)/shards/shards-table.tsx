import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatBytes, formatNumber } from '@/lib/format';
import type { ShardRow } from '@/lib/platform/shards/shard-row';
import { ShardStatus } from '../_frame/shard-status';

export function ShardsTable({ shards }: { shards: ShardRow[] }) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader numeric>Shared tables</TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            Own schema
          </TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            Own database
          </TableHeader>
          <TableHeader numeric className="hidden md:table-cell">
            Size
          </TableHeader>
          <TableHeader numeric className="hidden md:table-cell">
            Connections
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {shards.map((shard) => (
          <TableRow key={shard.id} className="relative">
            <TableCell>
              <Link
                href={`/shards/${shard.id}`}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {shard.name}
              </Link>
              {shard.connection === shard.name ? null : (
                <span className="ml-2 text-muted text-sm">{shard.connection}</span>
              )}
            </TableCell>
            <TableCell>
              <ShardStatus state={shard.state} />
            </TableCell>
            <TableCell numeric>
              <Used used={shard.tenants.pooled} of={shard.room.pooled} />
            </TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              <Used used={shard.tenants.schema} of={shard.room.schema} />
            </TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              <Used used={shard.tenants.database} of={shard.room.database} />
            </TableCell>
            <TableCell numeric className="hidden md:table-cell">
              {shard.sizeBytes > 0 ? formatBytes(shard.sizeBytes, 'en') : 'Not measured'}
            </TableCell>
            <TableCell numeric className="hidden md:table-cell">
              <Used used={shard.connections} of={shard.maxConnections} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const Used = ({ used, of }: { used: number; of: number }) => (
  <span className="whitespace-nowrap">
    {formatNumber(used, 'en')} <span className="text-muted">of {formatNumber(of, 'en')}</span>
  </span>
);
