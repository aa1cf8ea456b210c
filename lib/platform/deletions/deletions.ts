import { and, desc, eq, gt, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { deletionStates, deletions } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { dayMs } from '../../tenancy/deletion/cooling';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';

const mostShown = 200;
/** How long those that ended are listed, days. */
const shownDays = 400;

export const DeletionRow = z.strictObject({
  id: z.uuid(),
  tenantId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  state: z.enum(deletionStates),
  askedByName: z.string(),
  createdAt: z.coerce.date(),
  dueAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string().nullable(),
  /** What went with it, once it is gone. */
  removed: z
    .strictObject({
      rows: z.number().int(),
      files: z.number().int(),
      accounts: z.number().int(),
    })
    .nullable(),
});
export type DeletionRow = z.output<typeof DeletionRow>;

export const DeletionList = z.strictObject({ deletions: z.array(DeletionRow) });
export const DeletionQuery = z.strictObject({
  /** `open` are those that wait or are carried out; without it, all of the last year. */
  state: z.enum(['open']).optional(),
  tenantId: z.uuid().optional(),
});

const columns = {
  id: deletions.id,
  tenantId: deletions.tenantId,
  slug: deletions.slug,
  name: deletions.name,
  state: deletions.state,
  askedByName: deletions.askedByName,
  createdAt: deletions.createdAt,
  dueAt: deletions.dueAt,
  endedAt: deletions.endedAt,
  endedByName: deletions.endedByName,
  endReason: deletions.endReason,
  removed: deletions.removed,
};

/** Tenants that asked to go, and those that went, the latest request first. */
export async function listDeletions(
  { db }: PlatformCtx,
  { state, tenantId }: z.output<typeof DeletionQuery>,
): Promise<z.input<typeof DeletionList>> {
  const open = inArray(deletions.state, ['waiting', 'removing']);
  const recent = gt(deletions.createdAt, new Date(Date.now() - shownDays * dayMs));
  const rows = await db
    .select(columns)
    .from(deletions)
    .where(
      and(
        state === 'open' ? open : or(open, recent),
        tenantId ? eq(deletions.tenantId, tenantId) : undefined,
      ),
    )
    .orderBy(desc(deletions.createdAt))
    .limit(mostShown);
  return { deletions: rows };
}

export const DeletionCancel = z.strictObject({ id: z.uuid(), reason: Reason });
export const DeletionPostpone = DeletionCancel.extend({
  /** Days that the end comes later. */
  days: z.number().int().min(1, 'At least one day.').max(90, 'At most 90 days at a time.'),
});

/** Keeps a tenant that asked to go. Throws `not_found`, `precondition`. */
export async function cancelDeletionOf(
  ctx: PlatformCtx,
  { id, reason }: z.output<typeof DeletionCancel>,
): Promise<z.input<typeof DeletionRow>> {
  const { staff } = ctx;
  const ended = { endedAt: new Date(), endedByName: staff.name, endReason: reason };
  return await turn(ctx, id, {
    set: { state: 'cancelled', ...ended },
    procedure: 'deletions.cancel',
    detail: { reason },
  });
}

/** Puts a tenant's end off. Throws `not_found`, `precondition`. */
export async function postponeDeletion(
  ctx: PlatformCtx,
  { id, days, reason }: z.output<typeof DeletionPostpone>,
): Promise<z.input<typeof DeletionRow>> {
  const { dueAt } = await waitingOf(ctx, id);
  const later = new Date(Math.max(dueAt.getTime(), Date.now()) + days * dayMs);
  return await turn(ctx, id, {
    set: { dueAt: later },
    procedure: 'deletions.postpone',
    detail: { reason, dueAt: later.toISOString() },
  });
}

interface Turn {
  set: Partial<typeof deletions.$inferInsert>;
  procedure: string;
  detail: Record<string, unknown>;
}

async function turn(ctx: PlatformCtx, id: string, { set, procedure, detail }: Turn) {
  const [changed] = await ctx.db
    .update(deletions)
    .set(set)
    .where(and(eq(deletions.tenantId, id), eq(deletions.state, 'waiting')))
    .returning(columns);
  if (!changed) return await refuse(ctx, id);
  await tellTenant(ctx, { id, procedure, detail });
  ctx.about('tenant', id, detail);
  return changed;
}

async function waitingOf(ctx: PlatformCtx, id: string) {
  const [found] = await ctx.db
    .select({ dueAt: deletions.dueAt })
    .from(deletions)
    .where(and(eq(deletions.tenantId, id), eq(deletions.state, 'waiting')));
  return found ?? (await refuse(ctx, id));
}

async function refuse({ db }: PlatformCtx, id: string): Promise<never> {
  const [found] = await db
    .select({ state: deletions.state })
    .from(deletions)
    .where(eq(deletions.tenantId, id))
    .orderBy(desc(deletions.createdAt))
    .limit(1);
  if (!found) throw notFound('This deletion');
  throw new AppError('precondition', `This deletion is ${found.state}; nothing was changed.`);
}
