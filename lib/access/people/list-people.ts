import { and, asc, count, eq, exists, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { containing } from '../../like';
import { stillHeld } from '../roles/held';
import { Member } from './member';

export const PeopleQuery = z.strictObject({
  /** Part of a name or an address. */
  q: z.string().trim().max(100).optional(),
  roleId: z.uuid().optional(),
  state: z.enum(['active', 'suspended']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
type PeopleQuery = z.output<typeof PeopleQuery>;

export const PeoplePage = z.strictObject({
  people: z.array(Member),
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
  return {
    people: page.map((row) => ({ ...row, roles: rolesOf.get(row.id) ?? [] })),
    total: counted[0]?.total ?? 0,
  };
}

function matching(db: ControlDb, { q, roleId, state }: PeopleQuery): SQL | undefined {
  const text = q ? containing(q) : undefined;
  const held = db
    .select({ one: sql`1` })
    .from(membershipRoles)
    .where(
      and(
        eq(membershipRoles.membershipId, memberships.id),
        eq(membershipRoles.roleId, roleId ?? ''),
        stillHeld,
      ),
    );
  return and(
    text ? or(ilike(users.name, text), ilike(users.email, text)) : undefined,
    state ? eq(memberships.state, state) : undefined,
    roleId ? exists(held) : undefined,
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
