import Link from 'next/link';
import { formatDay, formatNumber, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Overdue } from '../shapes';

interface Props {
  overdue: Overdue;
  by: 'task' | 'person';
  reader: Reader;
}

/** What people have not handed in in time, by task or by person. */
export async function OverdueList({ overdue, by, reader }: Props) {
  const t = await wording('tasks');
  return (
    <div className="flex flex-col gap-6">
      {overdue.groups.map(({ id, title, items }) => (
        <section key={id}>
          <h2 className="flex items-baseline gap-2 border-line border-b pb-1.5">
            {by === 'task' ? (
              <Link
                href={`/tasks/${id}`}
                className="min-w-0 break-words font-semibold hover:underline"
              >
                {title}
              </Link>
            ) : (
              <span className="min-w-0 break-words font-semibold">{title}</span>
            )}
            <span className="text-muted text-sm tabular-nums">
              {formatNumber(items.length, reader.locale)}
            </span>
          </h2>
          <ul>
            {items.map(({ taskId, userId, label, dueAt, state }) => (
              <li key={`${taskId} ${userId}`} className="border-line border-b">
                <Link
                  href={`/tasks/${taskId}/people/${userId}`}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 rounded-control px-2 py-2 transition-colors hover:bg-surface-hover"
                >
                  <span className="min-w-0 break-words">{label}</span>
                  <span className="text-muted text-sm tabular-nums">
                    {state === 'returned' ? `${t('Returned')} · ` : null}
                    {t('due {day}', { day: formatDay(dueAt, reader) })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {overdue.more ? <p className="text-muted">{t('Older ones are not shown.')}</p> : null}
    </div>
  );
}
