import Link from 'next/link';
import { actWords } from '@/app/_shared/act-words';
import { kindWords } from '@/app/_shared/kind-words';
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
import { wording } from '@/lib/language/request';
import { actorWords } from './actor-words';
import { pathWith } from './filter';

interface Props {
  events: AuditEvent[];
  query: Record<string, string>;
  reader: Reader;
}

export async function AuditTable({ events, query, reader }: Props) {
  const t = await wording('settings');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader className="hidden sm:table-cell">{t('When')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Who')}</TableHeader>
          <TableHeader>{t('What')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('About')}</TableHeader>
          <TableHeader className="hidden xl:table-cell">{t('From')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id} className="relative">
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatSecond(event.at, reader)}
            </TableCell>
            <TableCell className="hidden sm:table-cell sm:max-w-44">
              {actorWords(event, t)}
            </TableCell>
            <TableCell className="max-sm:py-1.5">
              <Link
                href={pathWith(query, { event: `${event.plane}:${event.id}` })}
                scroll={false}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {actWords(event.procedure, t.language)}
              </Link>
              <span className="block truncate text-muted text-sm sm:hidden">
                {formatSecond(event.at, reader)}, {actorWords(event, t)}
              </span>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {event.targetKind ? kindWords(event.targetKind, t) : ''}
            </TableCell>
            <TableCell className="hidden text-muted xl:table-cell">{event.address ?? ''}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
