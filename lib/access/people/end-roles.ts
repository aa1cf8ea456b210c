import { eq, inArray, lte } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, teamRoles, teams, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { enqueueControlJob } from '../../jobs/enqueue';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import { noteRoleChanges } from '../roles/note-changes';
import { inTurn } from './last-admin';
import { roleEndedLetter } from './letters';

/** Ended roles that one run clears away. */
const atOnce = 500;

/**
 * Clears roles away that ended, and tells whom they were of. They gave nothing any more since their
 * moment came; this is for lists and people.
 */
export async function endRoles(ctx: ControlCtx): Promise<Record<string, never>> {
  await inTurn(ctx.db);
  const [everywhere, overTeams] = await ctx.db.batch([overRoles(ctx.db), overTeamRoles(ctx.db)]);
  const over = [...everywhere.map((role) => ({ ...role, team: null })), ...overTeams];
  if (over.length === 0) return {};
  const ids = over.map(({ id }) => id);
  await ctx.db.delete(membershipRoles).where(inArray(membershipRoles.id, ids));
  await ctx.db.delete(teamRoles).where(inArray(teamRoles.id, ids));
  await noteRoleChanges(
    ctx.db,
    over.map(({ userId, role, endsAt, team }) => ({
      ...{ userId, kind: 'ended', role, endsAt },
      ...(team && { teamName: team }),
    })),
    { byName: ctx.actor.name, reason: 'Its time was over' },
  );
  const brand = await mailBrand(ctx.db, ctx.tenant.name);
  for (const { email, locale, role, team, state, account } of over) {
    if (state !== 'active' || account !== 'active') continue;
    const language = languageOf(locale, ctx.tenant.locale);
    const url = tenantUrl(ctx.tenant, '/');
    const addressed = { to: email, language, tenant: ctx.tenant.name, url };
    await sendMail(ctx.db, compose(brand, roleEndedLetter(addressed, { name: role.name, team })));
  }
  if (over.length >= atOnce) await enqueueControlJob(ctx.db, 'people.endRoles', {});
  return {};
}

const overRoles = (db: ControlDb) =>
  db
    .select({
      id: membershipRoles.id,
      endsAt: membershipRoles.endsAt,
      userId: memberships.userId,
      state: memberships.state,
      account: users.state,
      email: users.email,
      locale: users.locale,
      role: { key: roles.key, name: roles.name },
    })
    .from(membershipRoles)
    .innerJoin(memberships, eq(memberships.id, membershipRoles.membershipId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(lte(membershipRoles.endsAt, databaseNow))
    .limit(atOnce);

const overTeamRoles = (db: ControlDb) =>
  db
    .select({
      id: teamRoles.id,
      endsAt: teamRoles.endsAt,
      userId: memberships.userId,
      state: memberships.state,
      account: users.state,
      email: users.email,
      locale: users.locale,
      role: { key: roles.key, name: roles.name },
      team: teams.name,
    })
    .from(teamRoles)
    .innerJoin(teams, eq(teams.id, teamRoles.teamId))
    .innerJoin(memberships, eq(memberships.userId, teamRoles.userId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(roles, eq(roles.id, teamRoles.roleId))
    .where(lte(teamRoles.endsAt, databaseNow))
    .limit(atOnce);
