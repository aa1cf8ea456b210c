import { and, asc, eq, inArray, isNotNull, isNull, lt, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { usageNotices } from '@/db/schema/control';
import { mailWhoMay } from '../../access/people/mail-who-may';
import type { ControlCtx } from '../../doors/ctx';
import { allowanceOf } from '../entitlements';
import { limitNames } from '../limit-names';
import { Unpaid, unpaidOf } from '../stripe/invoices';
import { readOwn, type Used, usedBy } from '../used';
import { type Crossing, limitLetter } from './letter';

export const Notices = z.strictObject({
  notices: z.array(
    z.strictObject({
      name: z.enum(limitNames),
      percent: z.number().int(),
      toldAt: z.coerce.date(),
    }),
  ),
  /** A payment that failed, where one did. */
  unpaid: Unpaid.nullable(),
});

/** Limits of this workspace that are reached, each to the largest share that was told, and a payment that failed. */
export async function listNotices(ctx: ControlCtx): Promise<z.input<typeof Notices>> {
  const { name, percent, toldAt } = usageNotices;
  const rows = await ctx.db
    .select({ name, percent, toldAt })
    .from(usageNotices)
    .where(isNull(usageNotices.endedAt))
    .orderBy(asc(name), asc(percent));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const notices = [...byName.values()] as z.input<typeof Notices>['notices'];
  return { notices, unpaid: await unpaidOf(ctx) };
}

/**
 * Tells admins of each limit that came to be reached to the share it warns from, or wholly, since the
 * last look: once, until there is clearly less again, and not twice within a day.
 */
export async function watchLimits(ctx: ControlCtx): Promise<Record<string, never>> {
  const { db, tenant, readTenant } = ctx;
  const used = await usedBy({ db }, await readTenant(readOwn));
  const near = crossingsOf(ctx, used);
  for (const name of limitNames) {
    const here = near.filter((one) => one.name === name);
    const news = await noteCrossings(ctx, name, here);
    const largest = here.findLast(({ percent }) => news.has(percent));
    if (!largest) continue;
    await mailWhoMay(
      db,
      { tenant, permission: 'plan.manage', path: '/settings/plan' },
      (addressed) => limitLetter(addressed, largest),
    );
  }
  return {};
}

/** How much less there must be, in percent of the limit, before a notice ends. */
const margin = 5;

type Near = Crossing & { isReached: boolean };

/** Shares to which limits are reached or nearly so, smaller ones first. Under a suspended plan nothing is near. */
function crossingsOf({ caller }: ControlCtx, used: Used): Near[] {
  return limitNames.flatMap((name) => {
    const { max, kind, warnPercent, because } = allowanceOf(name, caller);
    if (max === null || because === 'suspended') return [];
    const isAt = (percent: number) => BigInt(used[name]) * 100n >= BigInt(max) * BigInt(percent);
    return [...new Set([warnPercent, 100])]
      .filter((percent) => isAt(percent - margin))
      .map((percent) => ({
        ...{ name, percent, used: used[name], max, kind },
        isReached: isAt(percent),
      }));
  });
}

/** Answers which of them were not told before; ends those that are over. */
async function noteCrossings(
  { db }: ControlCtx,
  name: string,
  near: readonly Near[],
): Promise<Set<number>> {
  const own = eq(usageNotices.name, name);
  const dayAgo = sql`${databaseNow} - interval '1 day'`;
  await db
    .delete(usageNotices)
    .where(and(own, isNotNull(usageNotices.endedAt), lt(usageNotices.toldAt, dayAgo)));
  const percents = near.map(({ percent }) => percent);
  const isOver = percents.length > 0 ? notInArray(usageNotices.percent, percents) : undefined;
  await db
    .update(usageNotices)
    .set({ endedAt: databaseNow })
    .where(and(own, isNull(usageNotices.endedAt), isOver));
  const reached = near.filter(({ isReached }) => isReached).map(({ percent }) => percent);
  if (reached.length === 0) return new Set();
  await db
    .update(usageNotices)
    .set({ endedAt: null })
    .where(and(own, isNotNull(usageNotices.endedAt), inArray(usageNotices.percent, reached)));
  const news = await db
    .insert(usageNotices)
    .values(reached.map((percent) => ({ name, percent })))
    .onConflictDoNothing()
    .returning({ percent: usageNotices.percent });
  return new Set(news.map(({ percent }) => percent));
}
