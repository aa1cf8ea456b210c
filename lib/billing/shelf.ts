import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { plans, planVersions, userPlans, userPlanVersions } from '@/db/schema/control';
import { AppError, notFound } from '../errors';

/** Where plans of one seller stand, with their versions. */
export interface Shelf {
  plans: typeof plans;
  versions: typeof planVersions;
}

/** What the platform sells to tenants. */
export const platformShelf: Shelf = { plans, versions: planVersions };

/** What the tenant in scope sells to its people: tables of the same columns, under its row security. */
export const tenantShelf: Shelf = {
  plans: userPlans as unknown as typeof plans,
  versions: userPlanVersions as unknown as typeof planVersions,
};

type Terms = Record<string, unknown>;

interface Draft {
  id: string;
  /** Of the draft that was changed; 0 where there is none yet. */
  revision: number;
  terms: Terms;
  byName: string;
}

interface PlanState {
  id: string;
  version: number;
  revision: number;
}

interface PlanShown {
  id: string;
  offered: boolean;
  archived: boolean;
}

const taken = 'Another plan has this name.';
const meanwhile = 'Somebody else changed this plan meanwhile. Look again.';

/** Begins a plan as a draft that nobody gets. Throws `conflict` for a name that is taken. */
export async function beginPlan(
  db: ControlDb,
  shelf: Shelf,
  { name, terms, byName }: { name: string; terms: Terms; byName: string },
): Promise<PlanState> {
  const id = uuidv7();
  const [made] = await db
    .insert(shelf.plans)
    .values({ id, name })
    .onConflictDoNothing()
    .returning({ id: shelf.plans.id });
  if (!made) throw new AppError('conflict', taken, { fields: { name: taken } });
  await db.insert(shelf.versions).values({ planId: id, version: 1, terms, changedByName: byName });
  return { id, version: 1, revision: 1 };
}

/**
 * Writes the draft of a locked plan; the first change after publishing begins one. Throws `conflict`
 * when others did so meanwhile.
 */
export async function saveDraft(
  db: ControlDb,
  shelf: Shelf,
  { id, revision, terms, byName }: Draft,
): Promise<PlanState> {
  const v = shelf.versions;
  const said = { terms, changedByName: byName, changedAt: new Date() };
  const [saved] =
    revision === 0
      ? await db
          .insert(v)
          .values({ planId: id, version: (await newestVersion(db, shelf, { id })) + 1, ...said })
          .onConflictDoNothing()
          .returning({ version: v.version, revision: v.revision })
      : await db
          .update(v)
          .set({ ...said, revision: sql`${v.revision} + 1` })
          .where(and(draftOf(shelf, id), eq(v.revision, revision)))
          .returning({ version: v.version, revision: v.revision });
  if (!saved) throw new AppError('conflict', meanwhile);
  return { id, ...saved };
}

/**
 * Publishes the draft of a locked plan as it was seen: it never changes after that, and whoever signed
 * an earlier version stays on that. Throws `conflict`.
 */
export async function publishDraft(
  db: ControlDb,
  shelf: Shelf,
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
): Promise<PlanState> {
  const v = shelf.versions;
  const [published] = await db
    .update(v)
    .set({ publishedAt: new Date() })
    .where(and(draftOf(shelf, id), eq(v.revision, revision)))
    .returning({ version: v.version, revision: v.revision });
  if (!published) throw new AppError('conflict', meanwhile);
  return { id, ...published };
}

/** Shows a plan, or hides it. Throws `not_found`, `precondition` without a version. */
export async function showPlan(
  db: ControlDb,
  shelf: Shelf,
  { id, offered }: { id: string; offered: boolean },
): Promise<PlanShown> {
  const { archivedAt } = await lockPlan(db, shelf, id);
  if (offered && (await newestVersion(db, shelf, { id, published: true })) === 0) {
    throw new AppError('precondition', 'Publish a version of this plan first.');
  }
  await db.update(shelf.plans).set({ offered }).where(eq(shelf.plans.id, id));
  return { id, offered, archived: archivedAt !== null };
}

/** Nobody new gets an archived plan; whoever has it keeps it. Safe to repeat. Throws `not_found`. */
export async function keepArchived(
  db: ControlDb,
  shelf: Shelf,
  { id, archived }: { id: string; archived: boolean },
): Promise<PlanShown> {
  const { offered, archivedAt } = await lockPlan(db, shelf, id);
  if ((archivedAt !== null) !== archived) {
    await db
      .update(shelf.plans)
      .set({ archivedAt: archived ? new Date() : null })
      .where(eq(shelf.plans.id, id));
  }
  return { id, offered, archived };
}

/** Has others who change this plan wait. Throws `not_found`. */
export async function lockPlan(db: ControlDb, { plans: p }: Shelf, id: string) {
  const [plan] = await db.select().from(p).where(eq(p.id, id)).for('no key update');
  if (!plan) throw notFound('This plan');
  return plan;
}

const draftOf = ({ versions: v }: Shelf, id: string) =>
  and(eq(v.planId, id), isNull(v.publishedAt));

/** The number of its newest version, or of the newest that was published; 0 where there is none. */
export async function newestVersion(
  db: ControlDb,
  { versions: v }: Shelf,
  { id, published = false }: { id: string; published?: boolean },
): Promise<number> {
  const [found] = await db
    .select({ version: v.version })
    .from(v)
    .where(and(eq(v.planId, id), published ? isNotNull(v.publishedAt) : undefined))
    .orderBy(desc(v.version))
    .limit(1);
  return found?.version ?? 0;
}
