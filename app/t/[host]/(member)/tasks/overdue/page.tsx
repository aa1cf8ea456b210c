import { AlarmClockCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { OverdueList } from '@/lib/modules/tasks/ui/overdue-list';
import { readerOf } from '../../_shell/reader';
import { TasksFrame } from '../_parts/frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Overdue') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

/** What people whom the reader follows have not handed in in time. */
export default async function OverdueTasks({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  const by = (await queryOf(searchParams)).by === 'person' ? 'person' : 'task';
  const overdue = await door.call(tasksProcedures.tasks.overdue, { by });
  return (
    <TasksFrame door={door} current="overdue">
      {overdue.groups.length > 0 ? (
        <>
          <p>
            {by === 'task' ? (
              <LinkButton href="/tasks/overdue?by=person">{t('Group by person')}</LinkButton>
            ) : (
              <LinkButton href="/tasks/overdue">{t('Group by task')}</LinkButton>
            )}
          </p>
          <OverdueList overdue={overdue} by={by} reader={readerOf(door)} />
        </>
      ) : (
        <EmptyState
          icon={AlarmClockCheck}
          title={t('Nothing is overdue')}
          description={t('Whoever has not handed in what is due stands here.')}
        />
      )}
    </TasksFrame>
  );
}
