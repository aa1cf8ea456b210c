import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { plans, planVersions } from '@/db/schema/control';
import { faultOfCharges } from '../../billing/charges';
import { PlanTerms } from '../../billing/terms';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { manifests } from '../../modules/registry';
import { fits } from '../../tenancy/flags/define';
import { flagsByKey } from '../../tenancy/flags/registry';
import type {
  NewPlan,
  PlanAct,
  PlanDraft,
  PlanOffer,
  PlanPublishing,
  PlanShown,
  PlanState,
} from './shapes';

const v = planVersions;

/** Begins a plan as a draft that nobody gets. Throws `conflict` for a name that is taken. */
export async function createPlan(
  { db, staff, about }: PlatformCtx,
  { name }: z.output<typeof NewPlan>,
): Promise<z.input<typeof PlanState>> {
  const id = uuidv7();
  const [made] = await db
    .insert(plans)
    .values({ id, name })
    .onConflictDoNothing()
    .returning({ id: plans.id });
  if (!made) throw new AppError('conflict', taken, { fields: { name: taken } });
  await db
    .insert(v)
    .values({ planId: id, version: 1, terms: PlanTerms.parse({}), changedByName: staff.name });
  about('plan', id, { name });
  return { id, version: 1, revision: 1 };
}

const taken = 'Another plan has this name.';
const meanwhile = 'Somebody else changed this plan meanwhile. Look again.';

/**
 * Writes the draft of a plan; the first change after publishing begins one. Throws `not_found`,
 * `invalid` by field, `conflict` when others did so meanwhile.
 */
export async function savePlan(
  { db, staff, about }: PlatformCtx,
  { id, revision, terms }: z.output<typeof PlanDraft>,
): Promise<z.input<typeof PlanState>> {
  await lockPlan(db, id);
  refuseUnfit(terms);
  const said = { terms, changedByName: staff.name, changedAt: new Date() };
  const [saved] =
    revision === 0
      ? await db
          .insert(v)
          .values({ planId: id, version: (await newest(db, id)) + 1, ...said })
          .onConflictDoNothing()
          .returning({ version: v.version, revision: v.revision })
      : await db
          .update(v)
          .set({ ...said, revision: sql`${v.revision} + 1` })
          .where(and(draftOf(id), eq(v.revision, revision)))
          .returning({ version: v.version, revision: v.revision });
  if (!saved) throw new AppError('conflict', meanwhile);
  about('plan', id, { version: saved.version, terms });
  return { id, ...saved };
}

/**
 * Publishes the draft as it was seen: it never changes after that, and whoever signed an earlier
 * version stays on that. Throws `not_found`, `conflict`.
 */
export async function publishPlan(
  { db, about }: PlatformCtx,
  { id, revision }: z.output<typeof PlanPublishing>,
): Promise<z.input<typeof PlanState>> {
  await lockPlan(db, id);
  const [published] = await db
    .update(v)
    .set({ publishedAt: new Date() })
    .where(and(draftOf(id), eq(v.revision, revision)))
    .returning({ version: v.version, revision: v.revision });
  if (!published) throw new AppError('conflict', meanwhile);
  about('plan', id, { version: published.version });
  return { id, ...published };
}

/** Shows a plan to tenants, or to staff alone. Throws `not_found`, `precondition` without a version. */
export async function offerPlan(
  { db, about }: PlatformCtx,
  { id, offered }: z.output<typeof PlanOffer>,
): Promise<z.input<typeof PlanShown>> {
  const { archivedAt } = await lockPlan(db, id);
  if (offered && (await newest(db, id, true)) === 0) {
    throw new AppError('precondition', 'Publish a version of this plan first.');
  }
  await db.update(plans).set({ offered }).where(eq(plans.id, id));
  about('plan', id, { offered });
  return { id, offered, archived: archivedAt !== null };
}

/** Nobody new gets an archived plan; whoever has it keeps it. Safe to repeat. Throws `not_found`. */
export const archivePlan = (ctx: PlatformCtx, { id }: z.output<typeof PlanAct>) =>
  keepArchived(ctx, id, true);

export const unarchivePlan = (ctx: PlatformCtx, { id }: z.output<typeof PlanAct>) =>
  keepArchived(ctx, id, false);

async function keepArchived(
  { db, about }: PlatformCtx,
  id: string,
  archived: boolean,
): Promise<z.input<typeof PlanShown>> {
  const { offered, archivedAt } = await lockPlan(db, id);
  if ((archivedAt !== null) !== archived) {
    await db
      .update(plans)
      .set({ archivedAt: archived ? new Date() : null })
      .where(eq(plans.id, id));
  }
  about('plan', id, { archived });
  return { id, offered, archived };
}

async function lockPlan(db: ControlDb, id: string) {
  const [plan] = await db.select().from(plans).where(eq(plans.id, id)).for('no key update');
  if (!plan) throw notFound('This plan');
  return plan;
}

const draftOf = (id: string) => and(eq(v.planId, id), isNull(v.publishedAt));

async function newest(db: ControlDb, id: string, published = false): Promise<number> {
  const [found] = await db
    .select({ version: v.version })
    .from(v)
    .where(and(eq(v.planId, id), published ? isNotNull(v.publishedAt) : undefined))
    .orderBy(desc(v.version))
    .limit(1);
  return found?.version ?? 0;
}

/** What names something that is not there, or leaves a module without what it needs. */
function refuseUnfit({ withoutModules, flags, ...selling }: PlanTerms) {
  for (const id of withoutModules) {
    if (!manifests.some((one) => one.id === id)) throw invalid('terms.withoutModules', noModule);
  }
  for (const { id, title, needs = [] } of manifests) {
    const missing = withoutModules.includes(id)
      ? []
      : needs.filter((one) => withoutModules.includes(one));
    if (missing.length > 0) {
      throw invalid(
        'terms.withoutModules',
        `${title} needs another module that the plan leaves out.`,
      );
    }
  }
  for (const [key, value] of Object.entries(flags)) {
    const flag = flagsByKey.get(key);
    if (!flag || !fits(flag, value)) {
      throw invalid(`terms.flags.${key}`, 'Choose one of what it can be.');
    }
  }
  refuseUnpayable(selling);
}

/** What its way of signing cannot charge. */
function refuseUnpayable({
  prices,
  signing,
  trialDays,
}: Pick<PlanTerms, 'prices' | 'signing' | 'trialDays'>) {
  if (signing === 'self' && prices.some(({ kind }) => kind === 'metered' || kind === 'tiered')) {
    throw invalid('terms.signing', notByHand);
  }
  const fault = signing === 'payment' ? faultOfCharges(prices) : null;
  if (fault) throw invalid('terms.signing', fault);
  if (trialDays > 0 && signing !== 'payment') throw invalid('terms.trialDays', onlyPaid);
}

const noModule = 'There is no such module.';
const notByHand =
  'Use cannot be invoiced by hand: a plan with prices by use is paid for, or signed by staff.';
const onlyPaid = 'Only a plan that is paid for begins with free days.';
