import Link from 'next/link';
import type { Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { OwnTask } from '../shapes';
import { AboutLine } from './about-line';
import { Due } from './due';
import { StateMark } from './state-mark';

/** Tasks of the reader's own. */
export async function OwnList({ tasks, reader }: { tasks: readonly OwnTask[]; reader: Reader }) {
  const t = await wording('tasks');
  return (
    <ul className="border-line border-t">
      {tasks.map((task) => (
        <li key={task.id} className="border-line border-b">
          <Link
            href={`/tasks/${task.id}`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-control px-2 py-2.5 transition-colors hover:bg-surface-hover"
          >
            <span className="min-w-0 basis-64 grow">
              <span className="block break-words font-medium">{task.title}</span>
              <span className="block text-muted text-sm tabular-nums">
                <Due at={task.dueAt} reader={reader} t={t} />
              </span>
              {task.about ? (
                <span className="block break-words text-muted text-sm">
                  <AboutLine about={task.about} t={t} plain />
                </span>
              ) : null}
            </span>
            <StateMark standing={task} reviewed={task.reviewed} t={t} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
