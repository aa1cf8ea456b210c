import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { deletions } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { signedInPerson } from '../../identity/person-only';
import { enqueueControlJob } from '../../jobs/enqueue';
import { coolingDays, dayMs, remindDays } from './cooling';
import { deletionAskedLetter } from './letters';
import { notifyAdmins } from './notify-admins';
import type { DeletionFacts, DeletionRequest, DeletionState } from './shapes';

const columns = {
  id: deletions.id,
  askedAt: deletions.createdAt,
  askedByName: deletions.askedByName,
  dueAt: deletions.dueAt,
};

/** Whether this workspace is going to be deleted, and when. */
export const getDeletion = async ({ db }: ControlCtx): Promise<z.input<typeof DeletionState>> => ({
  deletion: await findWaiting(db),
  coolingDays,
});

/**
 * Asks for the workspace to be deleted after the cooling-off, and tells its admins. Asked again it is
 * the same request. Throws `invalid` on `name`, `forbidden` for a token.
 */
export async function askDeletion(
  ctx: ControlCtx,
  { name }: z.output<typeof DeletionRequest>,
): Promise<z.input<typeof DeletionFacts>> {
  const { db, tenant } = ctx;
  const { user } = signedInPerson(ctx);
  if (name !== tenant.name) throw invalid('name', `Type the name exactly: ${tenant.name}`);
  const dueAt = new Date(Date.now() + coolingDays * dayMs);
  const { slug } = tenant;
  const [made] = await db
    .insert(deletions)
    .values({ slug, name: tenant.name, askedBy: user.id, askedByName: user.name, dueAt })
    .onConflictDoNothing()
    .returning(columns);
  const deletion = made ?? (await findWaiting(db));
  if (!deletion) throw new AppError('conflict', 'It is being deleted already.');
  ctx.about('deletion', deletion.id, { dueAt: deletion.dueAt.toISOString() });
  if (!made) return deletion;
  await notifyAdmins(db, { tenant, dueAt }, (to) => deletionAskedLetter(to, user.name));
  const at = new Date(dueAt.getTime() - remindDays * dayMs);
  await enqueueControlJob(db, 'deletion.remind', { deletionId: made.id }, { at });
  return made;
}

/** Takes the request back; everything stays. Throws `precondition` when there is none. */
export async function cancelDeletion(ctx: ControlCtx): Promise<Record<string, never>> {
  const [cancelled] = await ctx.db
    .update(deletions)
    .set({ state: 'cancelled', endedAt: new Date(), endedByName: ctx.actor.name })
    .where(eq(deletions.state, 'waiting'))
    .returning({ id: deletions.id });
  if (!cancelled) throw new AppError('precondition', 'Nobody asked for this to be deleted.');
  ctx.about('deletion', cancelled.id);
  return {};
}

async function findWaiting(db: ControlDb) {
  const [found] = await db.select(columns).from(deletions).where(eq(deletions.state, 'waiting'));
  return found ?? null;
}
