import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { blankDraft } from '@/lib/modules/tasks/ui/task-draft';
import { TaskForm } from '@/lib/modules/tasks/ui/task-form';
import { readerOf } from '../../_shell/reader';
import { targetOptions } from '../_parts/targets';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Give task') };
}

export default async function NewTask({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  if (!door.can('tasks.assign')) forbidden();
  const { dueTime } = await door.call(tasksProcedures.tasks.defaults, {});
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
        initial={blankDraft(dueTime)}
        options={await targetOptions(door)}
        timeZone={readerOf(door).timeZone}
      />
    </PageFrame>
  );
}
