import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatTime } from '@/lib/format';
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { OperationOfTenant } from '@/lib/platform/operations/list';
import { readerIn } from '../_frame/words';
import { kindWords, pathOf } from './operation-words';
import { RetryOperation } from './retry-operation';

interface Props {
  operations: OperationOfTenant[];
}

/** What was asked of the operator, with the words of its last attempt. */
export async function OperationsTable({ operations }: Props) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Work')}</TableHeader>
          <TableHeader>{t('What stands')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Asked for (UTC)')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('What you can do')}</span>
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {operations.map((operation) => (
          <TableRow key={operation.id}>
            <TableCell>
              <span className="block font-medium">{t.said(kindWords(operation.kind))}</span>
              <Link href={pathOf(operation)} className="text-muted hover:underline">
                {operation.tenant.name}
              </Link>
            </TableCell>
            <TableCell className="text-muted">{wordsOf(operation, t)}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
              {formatTime(operation.createdAt, readerIn(t.language))}
              <span className="block text-sm">{operation.askedBy ?? t('by the schedule')}</span>
            </TableCell>
            <TableCell className="text-right">
              {operation.state === 'failed' && !operation.retryAskedAt ? (
                <RetryOperation
                  id={operation.id}
                  name={t('{kind} of {name}', {
                    kind: t.said(kindWords(operation.kind)),
                    name: operation.tenant.name,
                  })}
                />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function wordsOf(operation: OperationOfTenant, t: Wording<'console'>): string {
  const { state, attempts, retryAskedAt } = operation;
  const error = operation.error && sentenceIn(t.language, operation.error);
  if (retryAskedAt) return t('Begins again in a moment.');
  const tried = t('{attempts, plural, one {# attempt} other {# attempts}}', { attempts });
  if (state === 'failed') return `${error ?? t('It failed.')} ${tried}.`;
  if (state === 'queued') return error ? t('Waits. {error}', { error }) : t('Waits for its turn.');
  return error
    ? t('Waits after {tried}. {error}', { tried, error })
    : t('Under way, {tried}.', { tried });
}
