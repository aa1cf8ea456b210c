import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { tenants } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { askOperator } from '../../operations/ask';
import { askForCopy, refuseTokens } from './backups';
import { reachableMoment, reachesFrom } from './reachable-moment';
import type { Moment, MomentCopy, MomentWindow } from './shapes';

/** From where to where the log of changes reaches: some days, but not before the workspace was opened. */
export async function getMomentWindow(ctx: ControlCtx): Promise<z.input<typeof MomentWindow>> {
  return { from: reachesFrom(await openedAt(ctx)), to: new Date() };
}

/** Asks what going back to a moment would change. Throws `invalid` on `at`. */
export const previewMoment = (ctx: ControlCtx, moment: Moment) =>
  onMoment(ctx, moment, 'restore.preview');

/** Asks for everything to become what it was at a moment. Throws `invalid` on `at`. */
export const restoreMoment = (ctx: ControlCtx, moment: Moment) =>
  onMoment(ctx, moment, 'restore.in_place');

/**
 * Asks for a workspace of its own with everything as it was at a moment; who asks becomes its admin.
 * Throws `invalid` on `at`, `conflict` on `slug` when the address is taken.
 */
export async function copyMoment(
  ctx: ControlCtx,
  { at, ...copy }: MomentCopy,
): Promise<{ id: string }> {
  refuseTokens(ctx);
  const moment = await reachable(ctx, at);
  const asked = await askForCopy(ctx, { at: moment, ...copy });
  ctx.about('moment', null, { operation: asked.id, at: moment, slug: copy.slug });
  return asked;
}

async function onMoment(ctx: ControlCtx, { at }: Moment, kind: string): Promise<{ id: string }> {
  const moment = await reachable(ctx, at);
  const question = { kind, input: { at: moment }, actor: ctx.actor };
  const asked = await askOperator(ctx.db, question);
  ctx.about('moment', null, { operation: asked.id, at: moment });
  return asked;
}

async function reachable(ctx: ControlCtx, at: string): Promise<string> {
  const timeZone = ctx.caller.user?.timeZone ?? ctx.tenant.timeZone;
  return reachableMoment(at, { openedAt: await openedAt(ctx), timeZone });
}

async function openedAt({ db, tenant }: ControlCtx): Promise<Date> {
  const [found] = await db
    .select({ at: tenants.createdAt })
    .from(tenants)
    .where(eq(tenants.id, tenant.id));
  return found?.at ?? new Date();
}
