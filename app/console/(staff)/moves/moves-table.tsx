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
import { wording } from '@/lib/language/request';
import type { MoveDetail } from '@/lib/platform/moves/shapes';
import { placeIn, readerIn } from '../_frame/words';
import { moveWords } from './move-words';

export async function MovesTable({ moves }: { moves: z.output<typeof MoveDetail>[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Tenant')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('To')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Asked for (UTC)')}</TableHeader>
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
                {t.said(moveWords[move.state]?.word ?? move.state)}
                {move.fault ? t(', stopped') : ''}
              </Status>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">{placeIn(move.to, t)}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatTime(move.createdAt, readerIn(t.language))}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
