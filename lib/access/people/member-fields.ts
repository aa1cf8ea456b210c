import { and, eq } from 'drizzle-orm';
import { memberships } from '@/db/schema/control';
import { defineSubject, type Thing } from '../../custom-fields/subject';
import type { TenantCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { signedInPerson } from '../../identity/person-only';
import { holdMirror } from '../../identity/person-sync';

/** Fields of the members of a tenant: values hang on the account, and end with the membership. */
export const memberSubject = defineSubject({
  id: 'member',
  router: 'memberFields',
  paths: { fields: '/member-fields', values: '/people/{id}/fields' },
  summaries: {
    list: 'List the fields of members',
    create: 'Add a field to members',
    change: 'Change a field of members',
    order: 'Put the fields of members in order',
    archive: 'Archive a field of members',
    restore: 'Bring a field of members back',
    use: 'Count what a field of members holds',
    delete: 'Delete a field of members',
    get: 'Read the fields of a member',
    fill: 'Fill in fields of a member',
  },
  permissions: { read: 'people.read', write: 'people.manage', manage: 'people.manage' },
  reaches: { see: ['managers', 'own', 'everyone'], change: ['managers', 'own'] },
  find: (ctx, id) => memberThing(ctx, { id }),
  async hold(ctx, id) {
    const { id: userId } = await memberThing(ctx, { id });
    await holdMirror(ctx.db, userId);
    return await memberThing(ctx, { id, userId });
  },
});

/** The caller as a member, for what is their own. Throws `not_found`, `forbidden` for an API token. */
export async function ownThing(ctx: TenantCtx, hold: 'hold' | 'look'): Promise<Thing> {
  const userId = signedInPerson(ctx).user.id;
  if (hold === 'hold') await holdMirror(ctx.db, userId);
  return await memberThing(ctx, { userId });
}

async function memberThing(
  ctx: TenantCtx,
  { id, userId }: { id?: string; userId?: string },
): Promise<Thing> {
  const [found] = await ctx.readControl((db) =>
    db
      .select({ id: memberships.userId })
      .from(memberships)
      .where(
        and(
          id ? eq(memberships.id, id) : undefined,
          userId ? eq(memberships.userId, userId) : undefined,
        ),
      ),
  );
  if (!found) throw notFound('This member');
  // A token acts on data: what is between a person and who manages people opens to the person alone.
  return { id: found.id, isOwn: ctx.caller.session !== null && found.id === ctx.actor.id };
}
