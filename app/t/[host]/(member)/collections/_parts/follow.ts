import type { MemberDoor } from '@/lib/doors/page';
import { liveFlag } from '@/lib/modules/collections/flags';
import { liveProcedures } from '@/lib/modules/collections/live/procedures';
import type { Follow } from '@/lib/modules/collections/ui/data/use-live';

/** From where an open page follows what others change, and how often it asks; null where it does not. */
export async function followFrom(door: MemberDoor, collectionId: string): Promise<Follow | null> {
  const pace = await door.flags.value(liveFlag);
  if (pace === 'off') return null;
  const { cursor } = await door.call(liveProcedures.changes, { collectionId });
  return { cursor, pace };
}
