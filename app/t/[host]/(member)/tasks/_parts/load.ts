import { notFound } from 'next/navigation';
import type { MemberDoor } from '@/lib/doors/page';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import type { TaskDetails } from '@/lib/modules/tasks/shapes';
import { uuid } from '../../collections/_parts/draft';

/** The task that an address names. */
export async function loadedTask(door: MemberDoor, id: string): Promise<TaskDetails> {
  if (!uuid.test(id)) notFound();
  return await door.call(tasksProcedures.tasks.get, { taskId: id });
}
