import Link from 'next/link';
import type { z } from 'zod';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatTime } from '@/lib/format';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { staffReader, tierNames } from '../_frame/words';
import { moveWords } from './move-words';

export function MovesTable({ moves }: { moves: z.output<typeof MoveDetail>[] }) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Tenant</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader className="hidden md:table-cell">To</TableHeader>
          <TableHeader className="hidden sm:table-cell">Asked for (UTC)</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {moves.map((move) => (
          <TableRow key={move.id} className="relative">
            <TableCell>
              <Link
                href={`/moves/${move.id}`}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {move.tenant.name}
              </Link>
              <span className="ml-2 text-muted text-sm">{move.tenant.slug}</span>
            </TableCell>
            <TableCell>
              <Status tone={move.fault ? 'danger' : (moveWords[move.state]?.tone ?? 'neutral')}>
                {moveWords[move.state]?.word ?? move.state}
                {move.fault ? ', stopped' : ''}
              </Status>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {tierNames[move.to.tier]} on {move.to.shard}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatTime(move.createdAt, staffReader)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
