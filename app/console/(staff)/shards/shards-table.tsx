import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatBytes } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { ShardRow } from '@/lib/platform/shards/shard-row';
import { ShardStatus } from '../_frame/shard-status';

export async function ShardsTable({ shards }: { shards: ShardRow[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Name')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader numeric>{t('Shared tables')}</TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            {t('Own schema')}
          </TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            {t('Own database')}
          </TableHeader>
          <TableHeader numeric className="hidden md:table-cell">
            {t('Size')}
          </TableHeader>
          <TableHeader numeric className="hidden md:table-cell">
            {t('Connections')}
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
              {shard.sizeBytes > 0 ? formatBytes(shard.sizeBytes, t.language) : t('Not measured')}
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

async function Used({ used, of }: { used: number; of: number }) {
  const t = await wording('console');
  return <span className="whitespace-nowrap">{t('{used} of {most}', { used, most: of })}</span>;
}
