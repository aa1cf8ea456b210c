import type { z } from 'zod';
import { inTurn } from '../../access/people/last-admin';
import { loadRoles } from '../../access/roles/role';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import {
  beginPlan,
  keepArchived,
  lockPlan,
  newestVersion,
  publishDraft,
  saveDraft,
  showPlan,
  tenantShelf,
} from '../shelf';
import { userVersionOf } from './read';
import { refuseAdminRights, requireMayGive, writeRoles } from './roles';
import type {
  NewUserPlan,
  UserPlanAct,
  UserPlanDraft,
  UserPlanOffer,
  UserPlanPublishing,
  UserPlanShown,
  UserPlanState,
} from './shapes';
import { StoredTerms } from './terms';

const shelf = tenantShelf;
const mostPlans = 100;

/** Begins a plan as a draft that nobody gets. Throws `conflict` for a name that is taken, `limit`. */
export async function createUserPlan(
  { db, actor, about }: ControlCtx,
  { name }: z.output<typeof NewUserPlan>,
): Promise<z.input<typeof UserPlanState>> {
  if ((await db.$count(shelf.plans)) >= mostPlans) {
    throw new AppError('limit', `A workspace has up to ${mostPlans} plans. Use one that is there.`);
  }
  const terms = StoredTerms.parse({});
  const begun = await beginPlan(db, shelf, { name, terms, byName: actor.name });
  about('plan', begun.id, { name });
  return begun;
}

/**
 * Writes the draft of a plan; the first change after publishing begins one. Throws `not_found`,
 * `invalid` by field, `conflict` when others did so meanwhile.
 */
export async function saveUserPlan(
  { db, actor, about }: ControlCtx,
  { id, revision, terms }: z.output<typeof UserPlanDraft>,
): Promise<z.input<typeof UserPlanState>> {
  await lockPlan(db, shelf, id);
  const { roleIds: _gives, forRoleIds: _for, ...stored } = terms;
  const said = { id, revision, terms: stored, byName: actor.name };
  const saved = await saveDraft(db, shelf, said);
  await writeRoles(db, { planId: id, version: saved.version }, terms);
  about('plan', id, { version: saved.version, terms });
  return saved;
}

/**
 * Publishes the draft as it was seen: it never changes after that, and whoever signed an earlier
 * version stays on that. Throws `not_found`, `conflict`, `invalid`, `forbidden` for roles that may do
 * more than who publishes.
 */
export async function publishUserPlan(
  ctx: ControlCtx,
  { id, revision, reason }: z.output<typeof UserPlanPublishing>,
): Promise<z.input<typeof UserPlanState>> {
  const { db, about } = ctx;
  // Roles before plans, as whoever deletes a role comes by.
  await inTurn(db);
  await lockPlan(db, shelf, id);
  const published = await publishDraft(db, shelf, { id, revision });
  const { version } = published;
  const { terms } = await userVersionOf(db, { planId: id, version });
  refuseAdminRights(await loadRoles(db, terms.roleIds, 'terms.roleIds'), terms.signing);
  await requireMayGive(ctx, { planId: id, version });
  about('plan', id, { version, reason });
  return published;
}

/** Shows a plan to members, or to admins alone. Throws `not_found`, `precondition`, `forbidden`. */
export async function offerUserPlan(
  ctx: ControlCtx,
  { id, offered, reason }: z.output<typeof UserPlanOffer>,
): Promise<z.input<typeof UserPlanShown>> {
  const { db, about } = ctx;
  if (offered) await requireMayGiveNewest(ctx, id);
  const shown = await showPlan(db, shelf, { id, offered });
  about('plan', id, { offered, reason });
  return shown;
}

/** Nobody new gets an archived plan; whoever has it keeps it. Safe to repeat. Throws `not_found`. */
export async function archiveUserPlan(
  { db, about }: ControlCtx,
  { id, reason }: z.output<typeof UserPlanAct>,
): Promise<z.input<typeof UserPlanShown>> {
  const shown = await keepArchived(db, shelf, { id, archived: true });
  about('plan', id, { archived: true, reason });
  return shown;
}

/** Takes a plan out of the archive. Safe to repeat. Throws `not_found`, `forbidden`. */
export async function unarchiveUserPlan(
  ctx: ControlCtx,
  { id, reason }: z.output<typeof UserPlanAct>,
): Promise<z.input<typeof UserPlanShown>> {
  await requireMayGiveNewest(ctx, id);
  const shown = await keepArchived(ctx.db, shelf, { id, archived: false });
  ctx.about('plan', id, { archived: false, reason });
  return shown;
}

async function requireMayGiveNewest(ctx: ControlCtx, id: string): Promise<void> {
  const version = await newestVersion(ctx.db, shelf, { id, published: true });
  if (version > 0) await requireMayGive(ctx, { planId: id, version });
}
