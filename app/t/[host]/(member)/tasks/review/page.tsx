import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { QueueList } from '@/lib/modules/tasks/ui/queue-list';
import { readerOf } from '../../_shell/reader';
import { TasksFrame } from '../_parts/frame';
import { pageOf, pageSize, pagesOf } from '../_parts/page-of';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('To review') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

/** What waits for a review by the reader. */
export default async function Review({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  const query = await queryOf(searchParams);
  const page = pageOf(query.page);
  const { waiting, total } = await door.call(tasksProcedures.tasks.queue, { page, size: pageSize });
  return (
    <TasksFrame door={door} current="review">
      {waiting.length > 0 ? (
        <>
          <QueueList waiting={waiting} reader={readerOf(door)} />
          <Pagination
            {...pagesOf({ page, shown: waiting.length, total }, (to) =>
              hrefWith('/tasks/review', query, { page: to }),
            )}
          />
        </>
      ) : (
        <EmptyState
          icon={Inbox}
          title={t('Everything is reviewed')}
          description={t('What people hand in stands here, the oldest first.')}
        />
      )}
    </TasksFrame>
  );
}
