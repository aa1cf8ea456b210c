import Link from 'next/link';
import type { Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TaskAbout } from '../shapes';
import { Due } from './due';
import { StateMark } from './state-mark';

interface Props {
  tasks: readonly TaskAbout[];
  reader: Reader;
  /** Gives another one about the same; absent for who gives none. */
  newHref: string | undefined;
}

/** Tasks about one thing, beside that thing. */
export async function TasksAboutList({ tasks, reader, newHref }: Props) {
  const t = await wording('tasks');
  return (
    <section aria-label={t('Tasks')} className="flex flex-col gap-3" data-print="hide">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{t('Tasks')}</h2>
        {newHref ? (
          <Link href={newHref} className="text-link text-sm hover:underline">
            {t('New task')}
          </Link>
        ) : null}
      </div>
      {tasks.length === 0 ? (
        <p className="text-muted text-sm">{t('No task is about this.')}</p>
      ) : (
        <ul className="border-line border-t">
          {tasks.map(({ own, people, ...task }) => (
            <li key={task.id} className="border-line border-b">
              <Link
                href={`/tasks/${task.id}`}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control px-2 py-2 transition-colors hover:bg-surface-hover"
              >
                <span className="min-w-0 grow basis-40">
                  <span className="block break-words font-medium">{task.title}</span>
                  <span className="block text-muted text-sm tabular-nums">
                    <Due at={task.dueAt} reader={reader} t={t} />
                    {people ? ` · ${t('{done} of {all} done', people)}` : null}
                  </span>
                </span>
                {own ? <StateMark standing={own} reviewed={task.reviewed} t={t} /> : null}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
