import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { roles } from '@/db/schema/control';
import { roomForRole } from '../../billing/own-room';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { inTurn } from '../people/last-admin';
import { Reason } from '../people/member';
import { lockOwnRole, RoleDraft, refuseTaken, refuseTooMany, requireHeld } from './own-role';
import { heldNow, requireWithin } from './role';

export const OwnRoleState = RoleDraft.extend({
  id: z.uuid(),
  key: z.string(),
  version: z.number().int(),
});
type OwnRoleState = z.input<typeof OwnRoleState>;

export const RoleEdit = RoleDraft.extend({
  id: z.uuid(),
  /** As it was read: somebody else's change in between is not written over. */
  version: z.int().min(1),
  reason: Reason,
});

/** Makes a role of the tenant's own. Throws `invalid`, `limit`, and `forbidden` for what one lacks. */
export async function createRole(ctx: ControlCtx, draft: RoleDraft): Promise<OwnRoleState> {
  await inTurn(ctx.db);
  requireHeld(await heldNow(ctx), draft.permissions);
  await refuseTaken(ctx.db, draft.name);
  await refuseTooMany(ctx.db);
  await roomForRole(ctx);
  const id = uuidv7();
  // Never given again: rules that name a role that is gone must not fall to another.
  const key = `own-${uuidv7().replaceAll('-', '').slice(-16)}`;
  await ctx.db.insert(roles).values({ ...draft, id, key });
  ctx.about('role', id, { ...draft });
  return { ...draft, id, key, version: 1 };
}

/**
 * Renames a role of the tenant's own or changes what it may do; its people have that from their next
 * request on. Throws `not_found`, `precondition` for a built-in one, `forbidden` for what one lacks,
 * `conflict` when it was changed since it was read.
 */
export async function changeRole(
  ctx: ControlCtx,
  { id, version, reason, ...draft }: z.output<typeof RoleEdit>,
): Promise<OwnRoleState> {
  await inTurn(ctx.db);
  const before = await lockOwnRole(ctx.db, id);
  const held = await heldNow(ctx);
  requireWithin(held, [before]);
  requireHeld(held, draft.permissions);
  if (before.version !== version) {
    throw new AppError('conflict', 'Somebody else changed this role. Load the page again.');
  }
  await refuseTaken(ctx.db, draft.name, id);
  const next = version + 1;
  await ctx.db
    .update(roles)
    .set({ ...draft, version: next })
    .where(eq(roles.id, id));
  ctx.about('role', id, {
    before: { name: before.name, permissions: before.permissions },
    after: { name: draft.name, permissions: draft.permissions },
    reason,
  });
  return { ...draft, id, key: before.key, version: next };
}
