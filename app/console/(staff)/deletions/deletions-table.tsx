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
import { formatDay, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { DeletionRow } from '@/lib/platform/deletions/deletions';
import { readerIn } from '../_frame/words';
import { deletionWords } from './deletion-words';

/** Each request with what became of it. */
export async function DeletionsTable({ deletions }: { deletions: DeletionRow[] }) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Tenant')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Asked for by')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Outcome (UTC)')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {deletions.map((deletion) => (
          <TableRow key={deletion.id} className="relative">
            <TableCell className="py-2">
              <TenantName deletion={deletion} />
              <span className="ml-2 hidden text-muted text-sm sm:inline">{deletion.slug}</span>
              <span className="block whitespace-normal text-muted text-sm sm:hidden">
                {outcomeOf(deletion, t)}
              </span>
            </TableCell>
            <TableCell>
              <Status tone={deletionWords[deletion.state]?.tone ?? 'neutral'}>
                {t.said(deletionWords[deletion.state]?.word ?? deletion.state)}
              </Status>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {deletion.askedByName}, {formatDay(deletion.createdAt, readerIn(t.language))}
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">
              {outcomeOf(deletion, t)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function TenantName({ deletion: { state, name, tenantId } }: { deletion: DeletionRow }) {
  if (state === 'removed') return <span className="font-medium">{name}</span>;
  return (
    <Link
      href={`/tenants/${tenantId}`}
      className="font-medium after:absolute after:inset-0 hover:underline"
    >
      {name}
    </Link>
  );
}

function outcomeOf(deletion: DeletionRow, t: Wording<'console'>): string {
  const { state, dueAt, endedAt, endedByName: who, endReason, removed } = deletion;
  const reader = readerIn(t.language);
  if (state === 'waiting') return t('Goes {time}', { time: formatTime(dueAt, reader) });
  if (!endedAt) return t('Under way');
  const time = formatTime(endedAt, reader);
  if (!removed) {
    const ended = who ? t('{time}, by {who}', { time, who }) : time;
    return [ended, endReason].filter(Boolean).join(': ');
  }
  const { rows, files, accounts } = removed;
  return t(
    '{time}: {rows, plural, one {# row} other {# rows}}, {files, plural, one {# file} other {# files}}, {accounts, plural, one {# account} other {# accounts}}',
    { time, rows, files, accounts },
  );
}
