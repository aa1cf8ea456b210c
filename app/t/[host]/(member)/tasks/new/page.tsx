import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { blankDraft } from '@/lib/modules/tasks/ui/task-draft';
import { TaskForm } from '@/lib/modules/tasks/ui/task-form';
import { readerOf } from '../../_shell/reader';
import { targetOptions } from '../_parts/targets';
import { topicIn } from '../_parts/topic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Give task') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function NewTask({ params, searchParams }: Props) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  if (!door.can('tasks.assign')) forbidden();
  const { dueTime } = await door.call(tasksProcedures.tasks.defaults, {});
  const about = await topicIn(door, (await queryOf(searchParams)).about);
  return (
    <PageFrame
      title={t('Give task')}
      width="prose"
      breadcrumb={
        <Breadcrumb
          label={t('Where this task stands')}
          crumbs={[{ label: t('Tasks'), href: '/tasks/given' }]}
        />
      }
    >
      <TaskForm
        initial={blankDraft(dueTime, about)}
        next={about?.path}
        options={await targetOptions(door)}
        timeZone={readerOf(door).timeZone}
      />
    </PageFrame>
  );
}
