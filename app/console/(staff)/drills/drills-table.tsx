import Link from 'next/link';
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
import type { Drill } from '@/lib/platform/backups/shapes';
import { readerIn } from '../_frame/words';
import { findingOf, verdictOf } from './drill-words';

export async function DrillsTable({ drills }: { drills: Drill[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Tenant')}</TableHeader>
          <TableHeader>{t('Result')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Found')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Backup of (UTC)')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Asked for (UTC)')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {drills.map((drill) => (
          <TableRow key={drill.id} className="relative">
            <TableCell className="py-2">
              <Link
                href={`/tenants/${drill.tenant.id}`}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {drill.tenant.name}
              </Link>
              <span className="block whitespace-normal text-muted text-sm sm:hidden">
                {findingOf(drill, t)}
              </span>
            </TableCell>
            <TableCell>
              <Status tone={verdictOf(drill).tone}>{t.said(verdictOf(drill).word)}</Status>
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">{findingOf(drill, t)}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted md:table-cell">
              {drill.outcome ? formatTime(drill.outcome.takenAt, readerIn(t.language)) : ''}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatTime(drill.createdAt, readerIn(t.language))},{' '}
              {drill.askedByName ?? t('by the schedule')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
