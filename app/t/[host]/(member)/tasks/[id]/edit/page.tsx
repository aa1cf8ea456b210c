import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { draftOf } from '@/lib/modules/tasks/ui/task-draft';
import { TaskForm } from '@/lib/modules/tasks/ui/task-form';
import { readerOf } from '../../../_shell/reader';
import { loadedTask } from '../../_parts/load';
import { targetOptions } from '../../_parts/targets';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Change task') };
}

export default async function EditTask({
  params,
}: {
  params: Promise<{ host: string; id: string }>;
}) {
  const t = await wording('tasks');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  const task = await loadedTask(door, id);
  if (!task.may.change) forbidden();
  const { dueTime } = await door.call(tasksProcedures.tasks.defaults, {});
  const { timeZone } = readerOf(door);
  const named = task.people.map((person) => ({ value: `person:${person.id}`, label: person.name }));
  return (
    <PageFrame
      title={t('Change task')}
      width="prose"
      breadcrumb={
        <Breadcrumb
          label={t('Where this task stands')}
          crumbs={[
            { label: t('Tasks'), href: '/tasks/given' },
            { label: task.title, href: `/tasks/${id}` },
          ]}
        />
      }
    >
      <TaskForm
        task={{ id, version: task.version }}
        initial={draftOf(task, dueTime, timeZone)}
        options={[...(await targetOptions(door)), ...named]}
        timeZone={timeZone}
      />
    </PageFrame>
  );
}
