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
import { formatCount, formatDay, formatTime } from '@/lib/format';
import type { DeletionRow } from '@/lib/platform/deletions/deletions';
import { staffReader } from '../_frame/words';
import { deletionWords } from './deletion-words';

/** Each request with what became of it. */
export function DeletionsTable({ deletions }: { deletions: DeletionRow[] }) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Tenant</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader className="hidden md:table-cell">Asked for by</TableHeader>
          <TableHeader className="hidden sm:table-cell">Outcome (UTC)</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {deletions.map((deletion) => (
          <TableRow key={deletion.id} className="relative">
            <TableCell className="py-2">
              <TenantName deletion={deletion} />
              <span className="ml-2 hidden text-muted text-sm sm:inline">{deletion.slug}</span>
              <span className="block whitespace-normal text-muted text-sm sm:hidden">
                {outcomeOf(deletion)}
              </span>
            </TableCell>
            <TableCell>
              <Status tone={deletionWords[deletion.state]?.tone ?? 'neutral'}>
                {deletionWords[deletion.state]?.word ?? deletion.state}
              </Status>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {deletion.askedByName}, {formatDay(deletion.createdAt, staffReader)}
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">{outcomeOf(deletion)}</TableCell>
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

function outcomeOf({ state, dueAt, endedAt, endedByName, endReason, removed }: DeletionRow) {
  if (state === 'waiting') return `Goes ${formatTime(dueAt, staffReader)}`;
  if (!endedAt) return 'Under way';
  const at = formatTime(endedAt, staffReader);
  if (!removed) return [`${at}, by ${endedByName}`, endReason].filter(Boolean).join(': ');
  const { rows, files, accounts } = removed;
  const counts = [
    formatCount(rows, 'row'),
    formatCount(files, 'file'),
    formatCount(accounts, 'account'),
  ];
  return `${at}: ${counts.join(', ')}`;
}
