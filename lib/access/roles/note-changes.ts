import type { ControlDb } from '@/db/control';
import { roleChanges } from '@/db/schema/control';

export interface RoleChange {
  userId: string;
  kind: (typeof roleChanges.$inferInsert)['kind'];
  role: { key: string; name: string };
  endsAt: Date | null;
  /** The team that it is over; left out for a role that holds everywhere. */
  teamName?: string;
}

/** Rows that one statement takes. */
const atOnce = 1_000;

/** Keeps for good who came to a role or lost it, by whom and why; in the caller's transaction. */
export async function noteRoleChanges(
  db: ControlDb,
  changes: RoleChange[],
  { byName, reason }: { byName: string; reason: string },
): Promise<void> {
  for (let at = 0; at < changes.length; at += atOnce) {
    await db.insert(roleChanges).values(
      changes.slice(at, at + atOnce).map(({ userId, kind, role, endsAt, teamName }) => ({
        ...{ userId, kind, endsAt, reason, byName, teamName },
        roleKey: role.key,
        roleName: role.name,
      })),
    );
  }
}
