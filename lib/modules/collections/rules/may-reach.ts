import type { Access } from './access';
import type { Deed } from './shapes';

/** Whether a deed is open to this person for one record. */
export function mayReach(
  access: Access,
  deed: Deed,
  row: { createdBy: string | null; data: Record<string, unknown> },
): boolean {
  const { readerId, assignees } = access;
  const { all, own, assigned, people } = access[deed];
  if (all) return true;
  if (readerId === null) return false;
  if (own && row.createdBy === readerId) return true;
  const named = assignees.map(({ key }) => row.data[key]);
  if (assigned && named.includes(readerId)) return true;
  return people.some((id) => id === row.createdBy || named.includes(id));
}
