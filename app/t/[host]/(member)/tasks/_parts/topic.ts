import type { MemberDoor } from '@/lib/doors/page';
import { tasksProcedures } from '@/lib/modules/tasks/procedures';
import type { DraftTopic } from '@/lib/modules/tasks/ui/task-draft';
import { TopicPointer } from '@/lib/tenancy/topics/shapes';

/** The thing that an address asks to give a task about, as `collections.<within>.<id>`; null for none. */
export async function topicIn(
  door: MemberDoor,
  asked: string | undefined,
): Promise<(DraftTopic & { path: string }) | null> {
  const [module, within, id] = asked?.split('.') ?? [];
  const pointer = TopicPointer.safeParse({ module, within, id });
  if (!pointer.success) return null;
  const { thing } = await door.call(tasksProcedures.tasks.about, pointer.data);
  return { pointer: pointer.data, ...thing };
}
