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
import type { PageDoor } from '@/lib/doors/page';
import { formatSecond } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { platformAuditProcedures } from '@/lib/platform/audit/procedures';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { readerIn } from '../../_frame/words';
import { Part } from './part';

interface Line {
  id: string;
  at: Date;
  who: string;
  what: string;
  note: string;
}

/** The latest changes by its own people and by staff, in one line of time. */
export async function TimelineSection({ door, id }: { door: PageDoor; id: string }) {
  const t = await wording('console');
  const own = await door.call(tenantsProcedures.events, { id });
  const staff = await door.call(platformAuditProcedures.list, { tenantId: id, size: 20 });
  const lines: Line[] = [
    ...own.events
      .filter((event) => event.actorKind !== 'staff')
      .map((event) => ({
        id: event.id,
        at: event.at,
        who: event.actorName ?? t('Unknown'),
        what: actWords(event.procedure, t.language),
        note: event.targetKind ? kindWords(event.targetKind, t) : '',
      })),
    ...staff.events.map((event) => ({
      id: event.id,
      at: event.at,
      who: t('{staffName} (staff)', { staffName: event.staffName }),
      what: actWords(event.procedure, t.language),
      note: event.reason ?? '',
    })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Part title={t('Latest changes')} note={lines.length}>
      {lines.length === 0 ? (
        <p className="text-muted">{t('Nothing has been changed since it was opened.')}</p>
      ) : (
        <Table>
          <TableHead>
            <tr>
              <TableHeader className="hidden sm:table-cell">{t('When (UTC)')}</TableHeader>
              <TableHeader className="hidden sm:table-cell">{t('Who')}</TableHeader>
              <TableHeader>{t('What')}</TableHeader>
              <TableHeader className="hidden md:table-cell">{t('About or why')}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {lines.slice(0, 20).map((line) => (
              <TableRow key={line.id}>
                <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
                  {formatSecond(line.at, readerIn(t.language))}
                </TableCell>
                <TableCell className="hidden sm:table-cell">{line.who}</TableCell>
                <TableCell className="max-sm:py-1.5">
                  {line.what}
                  <span className="block truncate text-muted text-sm sm:hidden">
                    {formatSecond(line.at, readerIn(t.language))}, {line.who}
                  </span>
                </TableCell>
                <TableCell className="hidden text-muted md:table-cell">{line.note}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Part>
  );
}
