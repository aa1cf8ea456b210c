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
import { formatSecond } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { PlatformEvent } from '@/lib/platform/audit/list-platform-audit';
import { readerIn } from '../_frame/words';

export async function StaffAuditTable({ events }: { events: PlatformEvent[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader className="hidden sm:table-cell">{t('When (UTC)')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Who')}</TableHeader>
          <TableHeader>{t('What')}</TableHeader>
          <TableHeader>{t('Tenant')}</TableHeader>
          <TableHeader className="hidden lg:table-cell">{t('Why')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id}>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatSecond(event.at, readerIn(t.language))}
            </TableCell>
            <TableCell className="hidden sm:table-cell">{event.staffName}</TableCell>
            <TableCell title={event.procedure} className="max-sm:py-1.5">
              {actWords(event.procedure, t.language)}
              <span className="block text-muted text-sm sm:hidden">
                {event.staffName}
                <span className="block">{formatSecond(event.at, readerIn(t.language))}</span>
              </span>
            </TableCell>
            <TableCell>
              {event.tenantId ? (
                <Link href={`/tenants/${event.tenantId}`} className="hover:underline">
                  {event.tenantName ?? event.tenantId}
                </Link>
              ) : null}
            </TableCell>
            <TableCell className="hidden text-muted lg:table-cell">{event.reason ?? ''}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
