import { and, count, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import {
  apiTokens,
  heldRoles,
  invitations,
  memberships,
  roles,
  securityPolicies,
  teamRoles,
  users,
} from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { roleColumns } from '../../identity/role-grants';
import { countWeaker } from '../../identity/workspace-tokens/tokens';
import { permissionsOf, type RoleFact } from '../rights';
import { stillHeldOverTeam } from '../teams/held';
import { loadRoles } from './role';
import { widerOf } from './wider';

export const ImpactQuestion = z.strictObject({
  id: z.uuid(),
  /** What it may do then; left out where it would be deleted. */
  permissions: z.array(z.string().max(80)).max(200).optional(),
  /** What its people would have instead; left out where it stays. */
  replacementId: z.uuid().optional(),
});
type ImpactQuestion = z.output<typeof ImpactQuestion>;

export const Impact = z.strictObject({
  /** Active members who have the role, and of those how many may do more or less than before. */
  people: z.number().int(),
  gaining: z.number().int(),
  losing: z.number().int(),
  /** Up to five of those whom it changes something for, by name. */
  names: z.array(z.string()),
  /** API tokens that can do less. */
  tokens: z.number().int(),
  /** Invitations nobody has answered yet. */
  invitations: z.number().int(),
  /** Whether a second factor is asked of the role by name. */
  secondFactor: z.boolean(),
  /** Where rules would open wider, which is refused. */
  wider: z.array(z.string()),
});
export type Impact = z.output<typeof Impact>;

/** What a change or deletion of a role would do, without doing it. Throws `not_found`, `invalid`. */
export async function roleImpact(
  ctx: ControlCtx,
  question: ImpactQuestion,
): Promise<z.input<typeof Impact>> {
  const { db } = ctx;
  const [role] = await db.select(roleColumns).from(roles).where(eq(roles.id, question.id));
  if (!role) throw notFound('This role');
  const { replacementId } = question;
  const [instead] = replacementId ? await loadRoles(db, [replacementId], 'replacementId') : [];
  const next = instead ?? { ...role, builtIn: false, permissions: question.permissions ?? [] };
  const people = await holdersOf(db, role.id);
  const over = await onlyOverTeams(db, role.id, people);
  const everywhere = people.map((person) => changeFor(person, role, next));
  const changed = [...everywhere, ...over.map((person) => changeOver(person, role, next))];
  return {
    people: people.length + over.length,
    gaining: changed.filter(({ gains }) => gains).length,
    losing: changed.filter(({ lost }) => lost.size > 0).length,
    names: changed
      .filter(({ gains, lost }) => gains || lost.size > 0)
      .slice(0, 5)
      .map(({ name }) => name),
    tokens: (await weakerTokens(db, everywhere)) + (await countWeaker(db, role, next)),
    invitations: await openInvitations(db, role.id),
    secondFactor: await isDemanded(db, role.key),
    wider: instead ? await widerOf(ctx, role, instead) : [],
  };
}

async function openInvitations(db: ControlDb, roleId: string): Promise<number> {
  const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
  const [found] = await db
    .select({ n: count() })
    .from(invitations)
    .where(and(eq(invitations.roleId, roleId), open));
  return found?.n ?? 0;
}

async function isDemanded(db: ControlDb, key: string): Promise<boolean> {
  const [policy] = await db
    .select({ demanded: securityPolicies.secondFactorRoles })
    .from(securityPolicies);
  return policy?.demanded.includes(key) ?? false;
}

interface Holder {
  userId: string;
  name: string;
  roles: RoleFact[];
}

/** Active members who have a role, with everything else they have. */
async function holdersOf(db: ControlDb, roleId: string): Promise<Holder[]> {
  const having = db
    .select({ id: heldRoles.membershipId })
    .from(heldRoles)
    .where(eq(heldRoles.roleId, roleId));
  const rows = await db
    .select({ userId: memberships.userId, name: users.name, role: roleColumns })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(heldRoles, eq(heldRoles.membershipId, memberships.id))
    .innerJoin(roles, eq(roles.id, heldRoles.roleId))
    .where(and(eq(memberships.state, 'active'), inArray(memberships.id, having)))
    .orderBy(users.name);
  const found = new Map<string, Holder>();
  for (const { userId, name, role } of rows) {
    const holder = found.get(userId) ?? { userId, name, roles: [] };
    holder.roles.push(role);
    found.set(userId, holder);
  }
  return [...found.values()];
}

/** Other active members who have it over a team. */
async function onlyOverTeams(
  db: ControlDb,
  roleId: string,
  everywhere: Holder[],
): Promise<Omit<Holder, 'roles'>[]> {
  const known = new Set(everywhere.map(({ userId }) => userId));
  const over = await db
    .selectDistinct({ userId: teamRoles.userId, name: users.name })
    .from(teamRoles)
    .innerJoin(memberships, eq(memberships.userId, teamRoles.userId))
    .innerJoin(users, eq(users.id, teamRoles.userId))
    .where(and(eq(teamRoles.roleId, roleId), stillHeldOverTeam, eq(memberships.state, 'active')))
    .orderBy(users.name);
  return over.filter(({ userId }) => !known.has(userId));
}

/** The permission that counts over a team; the others of a role hold everywhere or not at all. */
const holdsOverTeam = 'people.manage';

/** What it changes over a team. No token has any of it. */
function changeOver(person: Omit<Holder, 'roles'>, role: RoleFact, next: RoleFact): Changed {
  const [before, after] = [role, next].map((one) => permissionsOf([one]).has(holdsOverTeam));
  const lost = before && !after ? [holdsOverTeam] : [];
  return { ...person, gains: !before && after === true, lost: new Set(lost) };
}

interface Changed {
  userId: string;
  name: string;
  gains: boolean;
  lost: ReadonlySet<string>;
}

function changeFor(person: Holder, role: RoleFact, next: RoleFact): Changed {
  const before = permissionsOf(person.roles);
  const after = permissionsOf([...person.roles.filter(({ id }) => id !== role.id), next]);
  const { userId, name } = person;
  const gains = [...after].some((permission) => !before.has(permission));
  return { userId, name, gains, lost: new Set([...before].filter((one) => !after.has(one))) };
}

async function weakerTokens(db: ControlDb, changed: Changed[]): Promise<number> {
  const losers = new Map(
    changed.filter(({ lost }) => lost.size > 0).map(({ userId, lost }) => [userId, lost]),
  );
  if (losers.size === 0) return 0;
  const alive = or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, databaseNow));
  const tokens = await db
    .select({ userId: apiTokens.userId, scopes: apiTokens.scopes })
    .from(apiTokens)
    .where(and(isNull(apiTokens.revokedAt), alive, inArray(apiTokens.userId, [...losers.keys()])));
  return tokens.filter(({ userId, scopes }) => scopes.some((one) => losers.get(userId)?.has(one)))
    .length;
}
