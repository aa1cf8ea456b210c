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
import type { Drill } from '@/lib/platform/backups/shapes';
import { staffReader } from '../_frame/words';
import { findingOf, verdictOf } from './drill-words';

export function DrillsTable({ drills }: { drills: Drill[] }) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Tenant</TableHeader>
          <TableHeader>Result</TableHeader>
          <TableHeader className="hidden sm:table-cell">Found</TableHeader>
          <TableHeader className="hidden md:table-cell">Backup of (UTC)</TableHeader>
          <TableHeader className="hidden sm:table-cell">Asked for (UTC)</TableHeader>
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
                {findingOf(drill)}
              </span>
            </TableCell>
            <TableCell>
              <Status tone={verdictOf(drill).tone}>{verdictOf(drill).word}</Status>
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">{findingOf(drill)}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted md:table-cell">
              {drill.outcome ? formatTime(drill.outcome.takenAt, staffReader) : ''}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatTime(drill.createdAt, staffReader)}, {drill.askedByName ?? 'by the schedule'}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
