import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatCount, formatTime } from '@/lib/format';
import type { OperationOfTenant } from '@/lib/platform/operations/list';
import { staffReader } from '../_frame/words';
import { kindWords, pathOf } from './operation-words';
import { RetryOperation } from './retry-operation';

interface Props {
  operations: OperationOfTenant[];
}

/** What was asked of the operator, with the words of its last attempt. */
export function OperationsTable({ operations }: Props) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Work</TableHeader>
          <TableHeader>What stands</TableHeader>
          <TableHeader className="hidden sm:table-cell">Asked for (UTC)</TableHeader>
          <TableHeader>
            <span className="sr-only">What you can do</span>
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {operations.map((operation) => (
          <TableRow key={operation.id}>
            <TableCell>
              <span className="block font-medium">{kindWords(operation.kind)}</span>
              <Link href={pathOf(operation)} className="text-muted hover:underline">
                {operation.tenant.name}
              </Link>
            </TableCell>
            <TableCell className="text-muted">{wordsOf(operation)}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatTime(operation.createdAt, staffReader)}
              <span className="block text-sm">{operation.askedBy ?? 'by the schedule'}</span>
            </TableCell>
            <TableCell className="text-right">
              {operation.state === 'failed' && !operation.retryAskedAt ? (
                <RetryOperation
                  id={operation.id}
                  name={`${kindWords(operation.kind)} of ${operation.tenant.name}`}
                />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function wordsOf({ state, attempts, error, retryAskedAt }: OperationOfTenant): string {
  if (retryAskedAt) return 'Begins again in a moment.';
  const tried = formatCount(attempts, 'attempt');
  if (state === 'failed') return `${error ?? 'It failed.'} ${tried}.`;
  if (state === 'queued') return error ? `Waits. ${error}` : 'Waits for its turn.';
  return error ? `Waits after ${tried}. ${error}` : `Under way, ${tried}.`;
}
