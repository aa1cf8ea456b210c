import type { MemberDoor } from '@/lib/doors/page';
import type { Reader } from '@/lib/format';

/**
 * How the signed-in person reads times and numbers on every page: in their own language and zone, or
 * the workspace's where they chose none.
 */
export const readerOf = ({ user, tenant }: MemberDoor): Reader => ({
  locale: user.locale ?? tenant.locale,
  timeZone: user.timeZone ?? tenant.timeZone,
});
