import { ClipboardCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { OwnView } from '@/lib/modules/tasks/shapes';
import { OwnList } from '@/lib/modules/tasks/ui/own-list';
import { TaskTabs } from '@/lib/modules/tasks/ui/task-tabs';
import { readerOf } from '../../_shell/reader';
import { TasksFrame } from '../_parts/frame';
import { pageOf, pageSize, pagesOf } from '../_parts/page-of';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Tasks') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

const names: Record<OwnView, Plain<'tasks'>> = {
  todo: 'To do',
  overdue: 'Overdue',
  handed_in: 'Handed in',
  accepted: 'Accepted',
};

const nothing: Record<OwnView, { title: Plain<'tasks'>; description: Plain<'tasks'> }> = {
  todo: {
    title: 'Nothing to do',
    description: 'Tasks that you are given stand here until they are due or you hand them in.',
  },
  overdue: {
    title: 'Nothing is overdue',
    description: 'Tasks that are due and still open stand here.',
  },
  handed_in: {
    title: 'Nothing waits for a review',
    description: 'What you hand in stands here until somebody has looked at it.',
  },
  accepted: {
    title: 'Nothing accepted yet',
    description: 'Tasks that you are done with stand here.',
  },
};

const onlyOverdue = {
  title: 'Only overdue tasks are left',
  description: 'Nothing else waits for you.',
} as const;

/** The reader's own tasks, by how far they are. */
export default async function OwnTasks({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  const query = await queryOf(searchParams);
  const view = OwnView.catch('todo').parse(query.view);
  const page = pageOf(query.page);
  const found = await door.call(tasksProcedures.tasks.list, { view, page, size: pageSize });
  const tabs = OwnView.options.map((id) => ({
    id,
    label: t(names[id]),
    href: hrefWith('/tasks', {}, { view: id === 'todo' ? undefined : id }),
    count: found.counts[id],
  }));
  const isLate = view === 'todo' && found.counts.overdue > 0;
  const { title, description } = isLate ? onlyOverdue : nothing[view];
  const shown = found.tasks.length;
  return (
    <TasksFrame door={door} current="own">
      <TaskTabs label={t('My tasks')} tabs={tabs} current={view} locale={door.language} />
      {shown > 0 ? (
        <>
          <OwnList tasks={found.tasks} reader={readerOf(door)} />
          <Pagination
            {...pagesOf({ page, shown, total: found.total }, (to) =>
              hrefWith('/tasks', query, { page: to }),
            )}
          />
        </>
      ) : (
        <EmptyState
          icon={ClipboardCheck}
          title={t(title)}
          description={t(description)}
          action={
            isLate ? (
              <LinkButton href="/tasks?view=overdue">{t('Show what is overdue')}</LinkButton>
            ) : undefined
          }
        />
      )}
    </TasksFrame>
  );
}
