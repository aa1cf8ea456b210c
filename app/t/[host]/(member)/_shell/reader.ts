import type { MemberDoor } from '@/lib/doors/page';
import type { Reader } from '@/lib/format';

/**
 * How the signed-in person reads times and numbers: in the language of the page, and in their own
 * zone or the workspace's where they chose none.
 */
export const readerOf = ({ user, tenant, language }: MemberDoor): Reader => ({
  locale: language,
  timeZone: user.timeZone ?? tenant.timeZone,
});
