import Link from 'next/link';
import { actWords } from '@/app/_shared/act-words';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { AuditEvent } from '@/lib/audit/event';
import { formatSecond, type Reader } from '@/lib/format';
import { pathWith } from './filter';

interface Props {
  events: AuditEvent[];
  query: Record<string, string>;
  reader: Reader;
}

export function AuditTable({ events, query, reader }: Props) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>When</TableHeader>
          <TableHeader>Who</TableHeader>
          <TableHeader>What</TableHeader>
          <TableHeader className="hidden md:table-cell">About</TableHeader>
          <TableHeader className="hidden xl:table-cell">From</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id} className="relative">
            <TableCell className="whitespace-nowrap text-muted">
              {formatSecond(event.at, reader)}
            </TableCell>
            <TableCell className="max-w-36 sm:max-w-56">{event.actorName ?? 'Unknown'}</TableCell>
            <TableCell className="max-w-48 sm:max-w-80">
              <Link
                href={pathWith(query, { event: `${event.plane}:${event.id}` })}
                scroll={false}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {actWords(event.procedure)}
              </Link>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {event.targetKind?.replaceAll('_', ' ') ?? ''}
            </TableCell>
            <TableCell className="hidden text-muted xl:table-cell">{event.address ?? ''}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
