import type { UserPlanRow } from '@/lib/billing/user-plans/shapes';

/** Among whom a plan is seen now, in a word. */
export function seenBy({
  archivedAt,
  published,
  offered,
}: Pick<UserPlanRow, 'archivedAt' | 'published' | 'offered'>) {
  if (archivedAt) return 'Archived';
  if (!published) return 'Draft';
  if (!offered) return 'Admins alone';
  return published.terms.forRoleIds.length > 0 ? 'Some roles' : 'Everybody';
}
