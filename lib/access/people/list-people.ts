import { and, asc, count, eq, exists, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  bouncedAddresses,
  heldRoles,
  membershipRoles,
  membershipStates,
  memberships,
  roles,
  teamMembers,
  teamRoles,
  users,
} from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { containing } from '../../like';
import { bounceHash, stillBounces } from '../../mail/bounces';
import { rolesByPlan } from '../roles/by-plan';
import { stillHeld } from '../roles/held';
import { RoleName } from '../roles/role';
import { teamRolesByUser, teamsByUser } from '../teams/by-user';
import { stillHeldOverTeam } from '../teams/held';
import { TeamName } from '../teams/shapes';
import { Member, roleName } from './member';

export const PeopleQuery = z.strictObject({
  /** Part of a name or an address. */
  q: z.string().trim().max(100).optional(),
  roleId: z.uuid().optional(),
  /** Only who belongs to this team itself. */
  teamId: z.uuid().optional(),
  state: z.enum(membershipStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
type PeopleQuery = z.output<typeof PeopleQuery>;

export const PeoplePage = z.strictObject({
  people: z.array(
    Member.extend({
      teams: z.array(TeamName.extend({ isLead: z.boolean() })),
      /** Roles that they have over a team alone. */
      teamRoles: z.array(RoleName.extend({ teamName: z.string() })),
      /** A mail server said that there is no such address. Told to those who manage people. */
      mailBounces: z.boolean(),
    }),
  ),
  /** How many match. */
  total: z.number().int(),
});

/** Members by name, a page at a time. */
export async function listPeople(
  ctx: ControlCtx,
  input: PeopleQuery,
): Promise<z.input<typeof PeoplePage>> {
  const where = matching(ctx.db, input);
  const [page, counted] = await ctx.db.batch([
    ctx.db
      .select({
        id: memberships.id,
        userId: memberships.userId,
        name: users.name,
        email: users.email,
        state: memberships.state,
        joinedAt: memberships.joinedAt,
        emailKey: users.emailKey,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(where)
      .orderBy(asc(sql`lower(${users.name})`), asc(memberships.id))
      .limit(input.size)
      .offset((input.page - 1) * input.size),
    ctx.db
      .select({ total: count() })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(where),
  ]);
  const rolesOf = await rolesByMember(
    ctx.db,
    page.map((row) => row.id),
  );
  const byPlan = await rolesByPlan(
    ctx.db,
    page.map((row) => row.id),
  );
  const userIds = page.map((row) => row.userId);
  const teamsOf = await teamsByUser(ctx.db, userIds);
  const rolesOver = await teamRolesByUser(ctx.db, userIds);
  const hashOf = (key: string) => bounceHash(ctx.tenant.id, key);
  const bouncing = ctx.can('people.manage')
    ? await bouncingAmong(
        ctx.db,
        page.map((row) => hashOf(row.emailKey)),
      )
    : new Set<string>();
  return {
    people: page.map(({ emailKey, ...row }) => ({
      ...row,
      mailBounces: bouncing.has(hashOf(emailKey)),
      roles: rolesOf.get(row.id) ?? [],
      planRoles: (byPlan.get(row.id) ?? []).map(roleName),
      teams: teamsOf.get(row.userId) ?? [],
      teamRoles: rolesOver.get(row.userId) ?? [],
    })),
    total: counted[0]?.total ?? 0,
  };
}

async function bouncingAmong(db: ControlDb, hashes: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ hash: bouncedAddresses.addressHash })
    .from(bouncedAddresses)
    .where(and(inArray(bouncedAddresses.addressHash, hashes), stillBounces));
  return new Set(rows.map(({ hash }) => hash));
}

function matching(db: ControlDb, { q, roleId, teamId, state }: PeopleQuery): SQL | undefined {
  const text = q ? containing(q) : undefined;
  const held = db
    .select({ one: sql`1` })
    .from(heldRoles)
    .where(and(eq(heldRoles.membershipId, memberships.id), eq(heldRoles.roleId, roleId ?? '')));
  const overTeams = db
    .select({ userId: teamRoles.userId })
    .from(teamRoles)
    .where(and(eq(teamRoles.roleId, roleId ?? ''), stillHeldOverTeam));
  const inTeam = db
    .select({ userId: teamMembers.userId })
    .from(teamMembers)
    .where(eq(teamMembers.teamId, teamId ?? ''));
  return and(
    text ? or(ilike(users.name, text), ilike(users.email, text)) : undefined,
    state ? eq(memberships.state, state) : undefined,
    roleId ? or(exists(held), inArray(memberships.userId, overTeams)) : undefined,
    teamId ? inArray(memberships.userId, inTeam) : undefined,
  );
}

async function rolesByMember(db: ControlDb, ids: string[]) {
  const found = new Map<string, Member['roles']>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({
      membershipId: membershipRoles.membershipId,
      role: { id: roles.id, key: roles.key, name: roles.name, builtIn: roles.builtIn },
      endsAt: membershipRoles.endsAt,
    })
    .from(membershipRoles)
    .innerJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(and(inArray(membershipRoles.membershipId, ids), stillHeld))
    .orderBy(asc(roles.createdAt), asc(roles.id));
  for (const { membershipId, role, endsAt } of rows) {
    found.set(membershipId, [...(found.get(membershipId) ?? []), { ...role, endsAt }]);
  }
  return found;
}
