import type { MemberDoor } from '@/lib/doors/page';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import { TasksAboutList } from '@/lib/modules/tasks/ui/tasks-about-list';
import { readerOf } from '../../../../_shell/reader';

/** Tasks about a record, where the workspace has tasks and the reader may see any. */
export async function tasksBeside(door: MemberDoor, record: { within: string; id: string }) {
  if (door.tenant.modulesOff.includes('tasks') || !door.can('tasks.read')) return null;
  const pointer = { module: 'collections', ...record } as const;
  const { tasks } = await door.call(tasksProcedures.tasks.about, pointer);
  const mayGive = door.can('tasks.assign');
  if (tasks.length === 0 && !mayGive) return null;
  const newHref = mayGive
    ? `/tasks/new?about=collections.${record.within}.${record.id}`
    : undefined;
  return <TasksAboutList {...{ tasks, newHref }} reader={readerOf(door)} />;
}
