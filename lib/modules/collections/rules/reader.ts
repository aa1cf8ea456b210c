import { and, eq } from 'drizzle-orm';
import { heldRoles, memberships, roles } from '@/db/schema/control';
import type { TenantDb } from '@/db/tenant';
import { permissionsOf, type RoleFact } from '@/lib/access/rights';
import type { TeamFacts } from '@/lib/access/teams/facts';
import { teamsOfMember } from '@/lib/access/teams/near';
import type { TenantCtx } from '@/lib/doors/ctx';
import { roleColumns } from '@/lib/identity/role-grants';
import { everything, type Reader } from './access';

/** What says who asks: a call, or somebody whose work is done for them. */
export type Asking = { tenant?: Pick<TenantCtx['tenant'], 'timeZone'> } & (
  | { reader: Reader }
  | (Pick<TenantCtx, 'actor' | 'caller'> & { reader?: Reader })
);

/** A handle together with who asks by it: what records are read and written with. */
export type AskingDb = Asking & { db: TenantDb };

/** Who asks, as far as rules go. A token reaches the records that its maker reaches. */
export function readerOf(asking: Asking): Reader {
  if (asking.reader) return asking.reader;
  const { actor, caller } = asking as Pick<TenantCtx, 'actor' | 'caller'>;
  return actor.kind === 'job' ? everything : holderOf(actor.id, caller);
}

/** Somebody whose job runs while they are away, with the roles they have by now; none for who left. */
export async function readerOfUser(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  userId: string | null,
): Promise<Reader> {
  if (!userId) return holderOf(null, { roles: [], teams: null });
  const active = and(eq(memberships.userId, userId), eq(memberships.state, 'active'));
  return await readControl(async (db) => {
    const [held, near] = await db.batch([
      db
        .select(roleColumns)
        .from(memberships)
        .innerJoin(heldRoles, eq(heldRoles.membershipId, memberships.id))
        .innerJoin(roles, eq(roles.id, heldRoles.roleId))
        .where(active),
      db.select({ teams: teamsOfMember }).from(memberships).where(active),
    ]);
    return holderOf(userId, { roles: held, teams: near[0]?.teams ?? null });
  });
}

/** The reader that somebody is with what they have. */
export const holderOf = (
  id: string | null,
  { roles: held, teams }: { roles: RoleFact[]; teams: TeamFacts | null },
): Reader => ({
  id,
  roles: held.map(({ key }) => key),
  unbound: isUnbound(held),
  people: teams?.people ?? [],
  over: (teams?.over ?? []).map((role) => ({
    key: role.key,
    people: role.people,
    unbound: isUnbound([role]),
  })),
});

const isUnbound = (held: RoleFact[]) => permissionsOf(held).has('collections.manage');
