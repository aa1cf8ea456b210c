import type { MemberDoor } from '@/lib/doors/page';
import type { Reader } from '@/lib/format';

/** How the signed-in person reads times and numbers: their own choice before the workspace's. */
export const readerOf = ({ user, tenant }: MemberDoor): Reader => ({
  locale: 'en',
  timeZone: user.timeZone ?? tenant.timeZone,
});
