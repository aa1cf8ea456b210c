import type { Metadata } from 'next';
import { FieldList } from '@/lib/custom-fields/ui/field-list';
import { NewField } from '@/lib/custom-fields/ui/new-field';
import type { ReachChoices } from '@/lib/custom-fields/ui/words';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import {
  archiveTaskField,
  changeTaskField,
  countTaskFieldUse,
  createTaskField,
  deleteTaskField,
  orderTaskFields,
  restoreTaskField,
} from '@/lib/modules/tasks/actions';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { Refused } from '../../settings/_frame/refused';
import { TasksFrame } from '../_parts/frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('tasks');
  return { title: t('Fields of tasks') };
}

const acts = {
  create: createTaskField,
  change: changeTaskField,
  order: orderTaskFields,
  archive: archiveTaskField,
  restore: restoreTaskField,
  use: countTaskFieldUse,
  delete: deleteTaskField,
};

/** What this workspace keeps of tasks besides what they come with. */
export default async function TaskFields({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('tasks');
  const door = await openMemberPage((await params).host);
  if (!door.can('tasks.fields')) return <Refused door={door} title={t('Fields of tasks')} />;
  const { fields } = await door.call(tasksProcedures.taskFields.list, {});
  const managers = { value: 'managers', label: t('Who adds fields to tasks') } as const;
  const own = { value: 'own', label: t('Who may change the task, too') } as const;
  const everyone = { value: 'everyone', label: t('Everybody who sees the task') } as const;
  const reaches: ReachChoices = { see: [managers, own, everyone], change: [managers, own] };
  return (
    <TasksFrame door={door} current="fields" actions={<NewField acts={acts} reaches={reaches} />}>
      <FieldList
        fields={fields}
        acts={acts}
        reaches={reaches}
        empty={t(
          'Keep what this workspace says of its tasks besides title and due date: a subject, points, a room.',
        )}
      />
    </TasksFrame>
  );
}
