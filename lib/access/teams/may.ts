import { and, eq } from 'drizzle-orm';
import { memberships, roles, teamMembers, teamRoles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { permissionsNow, roleColumns } from '../../identity/role-grants';
import { permissionsOf } from '../rights';
import { type Forest, pathOf } from './forest';
import { stillHeldOverTeam } from './held';

const managing = 'people.manage';

/** What somebody may do with the people of teams. */
export interface Standing {
  /** What they may do everywhere. */
  held: ReadonlySet<string>;
  /** The same and what roles give them over this team. */
  heldOver(teamId: string): ReadonlySet<string>;
  /** Whether they manage its people, leads and roles. */
  manages(teamId: string): boolean;
  /** Whether they may add and remove plain members at least. */
  leads(teamId: string): boolean;
}

/** The caller's standing at this moment; under the lock of `holdForest` it stays so. */
export async function standingNow(
  { db, actor, caller }: Pick<ControlCtx, 'db' | 'actor' | 'caller'>,
  forest: Forest,
): Promise<Standing> {
  const userId = actor.id ?? '';
  const now = await permissionsNow(db, userId);
  const held = new Set([...caller.permissions].filter((permission) => now.has(permission)));
  // What comes with a team is nowhere among the scopes of a token, so a token does not carry it.
  const [over, led] = caller.token
    ? [[], []]
    : await db.batch([
        db
          .select({ teamId: teamRoles.teamId, role: roleColumns })
          .from(teamRoles)
          .innerJoin(roles, eq(roles.id, teamRoles.roleId))
          .innerJoin(memberships, activeAs(teamRoles.userId))
          .where(and(eq(teamRoles.userId, userId), stillHeldOverTeam)),
        db
          .select({ teamId: teamMembers.teamId })
          .from(teamMembers)
          .innerJoin(memberships, activeAs(teamMembers.userId))
          .where(and(eq(teamMembers.userId, userId), eq(teamMembers.isLead, true))),
      ]);
  const upward = (teamId: string) => {
    const path = pathOf(forest, teamId);
    return path.some(({ archivedAt }) => archivedAt) ? [] : path.map(({ id }) => id);
  };
  const heldOver = (teamId: string) => {
    const above = upward(teamId);
    const given = over.filter((one) => above.includes(one.teamId)).map(({ role }) => role);
    return new Set([...held, ...permissionsOf(given)]);
  };
  const manages = (teamId: string) => heldOver(teamId).has(managing);
  return {
    held,
    heldOver,
    manages,
    leads: (teamId) => manages(teamId) || led.some((one) => upward(teamId).includes(one.teamId)),
  };
}

const activeAs = (userId: typeof teamRoles.userId | typeof teamMembers.userId) =>
  and(eq(memberships.userId, userId), eq(memberships.state, 'active'));

/** Throws `forbidden` for who does not manage people everywhere. */
export function requireEverywhere({ held }: Standing): void {
  if (!held.has(managing)) throw refused();
}

/** Throws `forbidden` for who does not manage the people of this team. */
export function requireManaging(standing: Standing, teamId: string): void {
  if (!standing.manages(teamId)) throw refused();
}

/** Throws `forbidden` for who neither leads this team nor manages its people. */
export function requireLeading(standing: Standing, teamId: string): void {
  if (!standing.leads(teamId)) throw refused();
}

const refused = () =>
  new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
