import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { plans, planVersions, stripePlans, subscriptions } from '@/db/schema/control';
import { holding } from '../../billing/held-plan';
import { PlanTerms } from '../../billing/terms';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import type { PlanDetail, PlanId, PlanRow, PlanRows } from './shapes';

/** Every plan with its newest version, its draft, and how many tenants are on it. */
export async function listPlans({ db }: PlatformCtx): Promise<z.input<typeof PlanRows>> {
  const all = await db.select().from(plans).orderBy(asc(plans.createdAt), asc(plans.id));
  const versions = await versionsOf(db);
  return { plans: all.map((plan) => rowOf(plan, versions)) };
}

/** One plan with all its versions, newest first. Throws `not_found`. */
export async function getPlan(
  { db }: PlatformCtx,
  { id }: z.output<typeof PlanId>,
): Promise<z.input<typeof PlanDetail>> {
  const [plan] = await db.select().from(plans).where(eq(plans.id, id));
  if (!plan) throw notFound('This plan');
  const versions = await versionsOf(db, id);
  const published = versions.filter(({ publishedAt }) => publishedAt !== null);
  return { ...rowOf(plan, versions), versions: published.map(shown) };
}

type Versions = Awaited<ReturnType<typeof versionsOf>>;

async function versionsOf(db: ControlDb, planId?: string) {
  const of = planId === undefined ? undefined : eq(planVersions.planId, planId);
  const { state, fault, toldAt } = stripePlans;
  const rows = await db
    .select({ version: planVersions, stripe: { state, fault, toldAt } })
    .from(planVersions)
    .leftJoin(
      stripePlans,
      and(
        eq(stripePlans.planId, planVersions.planId),
        eq(stripePlans.version, planVersions.version),
      ),
    )
    .where(of)
    .orderBy(desc(planVersions.version));
  const held = await db
    .select({ planId: subscriptions.planId, version: subscriptions.version, n: count() })
    .from(subscriptions)
    .where(inArray(subscriptions.state, [...holding]))
    .groupBy(subscriptions.planId, subscriptions.version);
  return rows.map(({ version: row, stripe }) => {
    const on = held.find((one) => one.planId === row.planId && one.version === row.version);
    return { ...row, terms: PlanTerms.parse(row.terms), subscriptions: on?.n ?? 0, stripe };
  });
}

function rowOf(plan: typeof plans.$inferSelect, all: Versions): z.input<typeof PlanRow> {
  const versions = all.filter(({ planId }) => planId === plan.id);
  const published = versions.find(({ publishedAt }) => publishedAt !== null);
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  const subscribed = versions.reduce((sum, { subscriptions: n }) => sum + n, 0);
  const { id, name, offered, archivedAt } = plan;
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
  ...{ subscriptions: of.subscriptions, stripe: of.stripe },
});
