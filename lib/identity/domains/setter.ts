import type { ControlDb } from '@/db/control';
import type { RoleFact } from '../../access/rights';
import { mayGrant, permissionsNow } from '../role-grants';

/** Whether the person who lets people join in a role may do so at this moment still. */
export async function maySetStill(
  db: ControlDb,
  { setBy, role }: { setBy: string | null; role: RoleFact },
): Promise<boolean> {
  if (!setBy) return false;
  const held = await permissionsNow(db, setBy);
  return held.has('security.manage') && mayGrant(held, role);
}
