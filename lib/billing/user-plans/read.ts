import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { userPlans, userPlanVersions, userSubscriptions } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { holding } from '../held-plan';
import { rolesOfVersions } from './roles';
import type { UserPlanDetail, UserPlanId, UserPlanRow, UserPlanRows } from './shapes';
import { StoredTerms, type UserPlanTerms } from './terms';

const v = userPlanVersions;

/** Every plan of this workspace with its newest version, its draft, and how many are on it. */
export async function listUserPlans({ db }: ControlCtx): Promise<z.input<typeof UserPlanRows>> {
  const all = await db
    .select()
    .from(userPlans)
    .orderBy(asc(userPlans.createdAt), asc(userPlans.id));
  const versions = await versionsOf(
    db,
    all.map(({ id }) => id),
  );
  return { plans: all.map((plan) => rowOf(plan, versions)) };
}

/** One plan with all its versions, newest first. Throws `not_found`. */
export async function getUserPlan(
  { db }: ControlCtx,
  { id }: z.output<typeof UserPlanId>,
): Promise<z.input<typeof UserPlanDetail>> {
  const [plan] = await db.select().from(userPlans).where(eq(userPlans.id, id));
  if (!plan) throw notFound('This plan');
  const versions = await versionsOf(db, [id]);
  const published = versions.filter(({ publishedAt }) => publishedAt !== null);
  return { ...rowOf(plan, versions), versions: published.map(shown) };
}

export interface FoundVersion {
  planId: string;
  version: number;
  name: string;
  archived: boolean;
  terms: UserPlanTerms;
}

/** A version that was published. Throws `not_found`. */
export async function userVersionOf(
  db: ControlDb,
  { planId, version }: { planId: string; version: number },
): Promise<FoundVersion> {
  const [found] = await db
    .select({ name: userPlans.name, archivedAt: userPlans.archivedAt, terms: v.terms })
    .from(v)
    .innerJoin(userPlans, eq(userPlans.id, v.planId))
    .where(and(eq(v.planId, planId), eq(v.version, version), isNotNull(v.publishedAt)));
  if (!found) throw notFound('This plan');
  const key = { planId, version };
  const terms = {
    ...StoredTerms.parse(found.terms),
    ...(await rolesOfVersions(db, [key]))(key),
  };
  return { ...key, name: found.name, archived: found.archivedAt !== null, terms };
}

/** Plans that are offered, at their newest version, to whoever has one of these roles. */
export async function userOffersFor(
  db: ControlDb,
  held: ReadonlySet<string>,
): Promise<FoundVersion[]> {
  const found = await db
    .selectDistinctOn([userPlans.id], {
      ...{ planId: userPlans.id, name: userPlans.name, version: v.version, terms: v.terms },
    })
    .from(userPlans)
    .innerJoin(v, eq(v.planId, userPlans.id))
    .where(and(eq(userPlans.offered, true), isNull(userPlans.archivedAt), isNotNull(v.publishedAt)))
    .orderBy(asc(userPlans.id), desc(v.version));
  const rolesAt = await rolesOfVersions(db, found);
  return found
    .map((one) => ({
      ...one,
      archived: false,
      terms: { ...StoredTerms.parse(one.terms), ...rolesAt(one) },
    }))
    .filter(({ terms: { forRoleIds } }) =>
      forRoleIds.length === 0 ? true : forRoleIds.some((id) => held.has(id)),
    );
}

type Versions = Awaited<ReturnType<typeof versionsOf>>;

async function versionsOf(db: ControlDb, planIds: readonly string[]) {
  if (planIds.length === 0) return [];
  const rows = await db
    .select()
    .from(v)
    .where(inArray(v.planId, [...planIds]))
    .orderBy(desc(v.version));
  const held = await db
    .select({ planId: userSubscriptions.planId, version: userSubscriptions.version, n: count() })
    .from(userSubscriptions)
    .where(inArray(userSubscriptions.state, [...holding]))
    .groupBy(userSubscriptions.planId, userSubscriptions.version);
  const rolesAt = await rolesOfVersions(db, rows);
  return rows.map((row) => {
    const on = held.find((one) => one.planId === row.planId && one.version === row.version);
    const terms = { ...StoredTerms.parse(row.terms), ...rolesAt(row) };
    return { ...row, terms, subscriptions: on?.n ?? 0 };
  });
}

function rowOf(
  { id, name, offered, archivedAt }: typeof userPlans.$inferSelect,
  all: Versions,
): z.input<typeof UserPlanRow> {
  const versions = all.filter(({ planId }) => planId === id);
  const published = versions.find(({ publishedAt }) => publishedAt !== null);
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  const subscribed = versions.reduce((sum, { subscriptions: n }) => sum + n, 0);
  return {
    ...{ id, name, offered, archivedAt },
    published: published ? shown(published) : null,
    draft: draft ? { ...shown(draft), revision: draft.revision } : null,
    subscriptions: subscribed,
    grandfathered: subscribed - (published?.subscriptions ?? 0),
  };
}

const shown = ({
  version,
  terms,
  changedAt,
  changedByName,
  publishedAt,
  ...of
}: Versions[number]) => ({
  ...{ version, terms, changedAt, changedByName, publishedAt },
  subscriptions: of.subscriptions,
});
