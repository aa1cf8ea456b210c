import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Waiting } from '../shapes';

/** What waits for a review, the oldest first. */
export async function QueueList({
  waiting,
  reader,
}: {
  waiting: readonly Waiting[];
  reader: Reader;
}) {
  const t = await wording('tasks');
  return (
    <ul className="border-line border-t">
      {waiting.map(({ taskId, userId, title, name, attempt, handedInAt, late }) => (
        <li key={`${taskId} ${userId}`} className="border-line border-b">
          <Link
            href={`/tasks/${taskId}/people/${userId}?from=review`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-control px-2 py-2.5 transition-colors hover:bg-surface-hover"
          >
            <span className="min-w-0 basis-64 grow">
              <span className="block break-words font-medium">{name}</span>
              <span className="block break-words text-muted">{title}</span>
            </span>
            <span className="flex flex-wrap items-center gap-2 text-muted text-sm tabular-nums">
              {late ? <Badge tone="warning">{t('Late')}</Badge> : null}
              {attempt > 1 ? <span>{t('Attempt {number}', { number: attempt })}</span> : null}
              <time dateTime={handedInAt.toISOString()}>{formatTime(handedInAt, reader)}</time>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
