import { and, isNull, or, type SQL, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { controlAuditEvents, limitOverrides } from '@/db/schema/control';
import { warnedDays } from '@/db/usage/limits';
import { mailWhoMay } from '../../access/people/mail-who-may';
import type { ControlCtx } from '../../doors/ctx';
import { allowanceOf } from '../entitlements';
import { limitNames } from '../limit-names';
import { type LimitEnd, limitEndLetter } from './end-letter';

/**
 * Tells admins of each of staff's words on limits that ends in some days, and again once it is over, and
 * notes it in the trail: each once, whoever else looks meanwhile. One that was said for a few days alone
 * is told of when it is over; what staff replaced or lifted is none of those.
 */
export async function tellOfLimitEnds(ctx: ControlCtx): Promise<Record<string, never>> {
  for (const end of await noteEnds(ctx)) {
    await mailWhoMay(
      ctx.db,
      { tenant: ctx.tenant, permission: 'plan.manage', path: '/settings/plan' },
      (addressed) => limitEndLetter(addressed, end, ctx.tenant.timeZone),
    );
    await noteInTrail(ctx, end);
  }
  return {};
}

const o = limitOverrides;
const warned = sql`make_interval(days => ${warnedDays})`;
const isOver = sql`${o.endsAt} <= ${databaseNow}`;
const isNear = and(
  isNull(o.soonToldAt),
  sql`${o.createdAt} < ${o.endsAt} - ${warned}`,
  sql`${o.endsAt} <= ${databaseNow} + ${warned}`,
);

/** Whoever changes a row first tells of it. */
async function noteEnds({ db, caller }: ControlCtx): Promise<LimitEnd[]> {
  const noted = await db
    .update(o)
    .set({
      soonToldAt: sql`coalesce(${o.soonToldAt}, ${databaseNow})`,
      overToldAt: when(isOver),
    })
    .where(and(isNull(o.endedAt), isNull(o.overToldAt), or(isOver, isNear)))
    .returning({ name: o.name, max: o.max, endsAt: o.endsAt, overToldAt: o.overToldAt });
  return noted.flatMap(({ max, endsAt, overToldAt, ...row }) => {
    // A release that took one back may have known more limits.
    const name = limitNames.find((known) => known === row.name);
    if (!name || !endsAt) return [];
    const overrides = { ...caller.overrides, [name]: undefined };
    const next = allowanceOf(name, { ...caller, overrides }).max;
    return [{ name, max, next, endsAt, isOver: overToldAt !== null }];
  });
}

const when = (is: SQL): SQL => sql`case when ${is} then ${databaseNow} end`;

async function noteInTrail(
  { db, call, actor, requestId, tenant }: ControlCtx,
  { name, max, next, endsAt, isOver: over }: LimitEnd,
): Promise<void> {
  const words = (count: number | null) => count ?? 'any number';
  await db.insert(controlAuditEvents).values({
    ...{ procedure: 'plan.lapse', door: call.door, requestId },
    ...{ actorKind: actor.kind, actorId: actor.id, actorName: actor.name },
    ...{ targetKind: 'tenant', targetId: tenant.id },
    detail: { limit: name, from: words(max), to: words(next), endsAt, over },
  });
}
