import { UsersRound } from 'lucide-react';
import { hrefWith } from '@/app/_shared/query';
import { buttonVariants } from '@/components/ui/button-variants';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { type TaskDetails, TaskState } from '@/lib/modules/tasks/shapes';
import { DeleteTask } from '@/lib/modules/tasks/ui/delete-task';
import { ResultsTable } from '@/lib/modules/tasks/ui/results-table';
import { stateWord } from '@/lib/modules/tasks/ui/state-mark';
import { TaskTabs } from '@/lib/modules/tasks/ui/task-tabs';
import { readerOf } from '../../_shell/reader';
import { pageOf, pageSize, pagesOf } from '../_parts/page-of';

const ghost = buttonVariants({ variant: 'ghost' });

interface Props {
  door: MemberDoor;
  task: TaskDetails;
  query: Record<string, string | undefined>;
}

/** How far each person is with a task, for whoever follows them. */
export async function TaskPeople({ door, task, query }: Props) {
  const t = await wording('tasks');
  const { id: taskId, reviewed } = task;
  const chosen = TaskState.safeParse(query.state).data;
  const page = pageOf(query.page);
  const { people, total, counts } = await door.call(tasksProcedures.tasks.results, {
    taskId,
    ...(chosen && { state: chosen }),
    page,
    size: pageSize,
  });
  const path = `/tasks/${taskId}`;
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const tabs = [
    { id: 'all', label: t('All'), href: path, count: all },
    ...TaskState.options.map((state) => ({
      id: state,
      label: stateWord({ state, reviewed, t }),
      href: hrefWith(path, {}, { state }),
      count: counts[state],
    })),
  ];
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">{t('People')}</h2>
        <div className="flex flex-wrap gap-2">
          {all > 0 ? (
            <>
              <a className={ghost} href={`/api/v1/tasks/${taskId}/export/csv`} download>
                {t('Download CSV')}
              </a>
              <a className={ghost} href={`/api/v1/tasks/${taskId}/export/json`} download>
                {t('Download JSON')}
              </a>
            </>
          ) : null}
          {task.may.change ? (
            <DeleteTask task={{ id: taskId, title: task.title }} handedIn={all - counts.assigned} />
          ) : null}
        </div>
      </div>
      <TaskTabs
        label={t('By state')}
        tabs={tabs}
        current={chosen ?? 'all'}
        locale={door.language}
      />
      {people.length > 0 ? (
        <>
          <ResultsTable task={task} people={people} reader={readerOf(door)} />
          <Pagination
            {...pagesOf({ page, shown: people.length, total }, (to) =>
              hrefWith(path, query, { page: to }),
            )}
          />
        </>
      ) : (
        <EmptyState
          icon={UsersRound}
          title={t('Nobody')}
          description={
            all > 0
              ? t('Nobody is that far.')
              : t('The teams and roles that this task is for have no people yet.')
          }
        />
      )}
    </section>
  );
}
