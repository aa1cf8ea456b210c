import { ClipboardList, Plus, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { followsOthers } from '@/lib/modules/tasks/reach';
import { GivenTable } from '@/lib/modules/tasks/ui/given-table';
import { readerOf } from '../../_shell/reader';
import { TasksFrame } from '../_parts/frame';
import { pageOf, pageSize, pagesOf } from '../_parts/page-of';
import { TaskSearch } from './task-search';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Given tasks') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

/** Tasks that the reader gave, or whose people they review. */
export default async function GivenTasks({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  if (!followsOthers(door)) forbidden();
  const query = await queryOf(searchParams);
  const page = pageOf(query.page);
  const q = query.q?.slice(0, 100);
  const { tasks, total } = await door.call(tasksProcedures.tasks.given, {
    ...(q && { q }),
    page,
    size: pageSize,
  });
  return (
    <TasksFrame door={door} current="given">
      {total > 0 || q ? <TaskSearch /> : null}
      {tasks.length > 0 ? (
        <>
          <GivenTable tasks={tasks} reader={readerOf(door)} />
          <Pagination
            {...pagesOf({ page, shown: tasks.length, total }, (to) =>
              hrefWith('/tasks/given', query, { page: to }),
            )}
          />
        </>
      ) : q ? (
        <EmptyState
          icon={SearchX}
          title={t('No task is called so')}
          description={t('Search by a part of the title.')}
          action={<LinkButton href="/tasks/given">{t('Show all tasks')}</LinkButton>}
        />
      ) : (
        <EmptyState
          icon={ClipboardList}
          title={t('No task was given yet')}
          description={t('Ask a person, a team or everybody for something, and see who is done.')}
          action={
            door.can('tasks.assign') ? (
              <LinkButton href="/tasks/new">
                <Plus aria-hidden />
                {t('Give task')}
              </LinkButton>
            ) : undefined
          }
        />
      )}
    </TasksFrame>
  );
}
