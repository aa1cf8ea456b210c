import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { memberships } from '@/db/schema/control';
import { customFieldProcedures } from '../../custom-fields/procedures';
import { CustomValues, CustomValuesChange } from '../../custom-fields/shapes';
import { fillValues, forgetValues, moveValues, readValues } from '../../custom-fields/values';
import type { TenantCtx } from '../../doors/ctx';
import { procedure } from '../../doors/procedure';
import { cameOver, holdMirror } from '../../identity/person-sync';
import { enqueueTenantJob } from '../../jobs/enqueue';
import { memberSubject, ownThing } from './member-fields';

const mine = { permission: 'signed_in', plane: 'tenant', path: '/own-fields' } as const;

export const memberFieldProcedures = {
  ...customFieldProcedures(memberSubject),
  mine: procedure(
    {
      name: 'memberFields.mine',
      summary: 'Read what the fields of members say of you',
      method: 'GET',
      ...mine,
      input: z.strictObject({}),
      output: CustomValues,
    },
    async (ctx) => readValues(ctx, memberSubject, await ownThing(ctx, 'look')),
  ),
  fillMine: procedure(
    {
      name: 'memberFields.fillMine',
      summary: 'Fill in your own fields',
      method: 'PATCH',
      ...mine,
      input: CustomValuesChange,
      output: CustomValues,
    },
    async (ctx, change) =>
      fillValues(ctx, memberSubject, { thing: await ownThing(ctx, 'hold'), change }),
  ),
  bringOver: procedure(
    {
      name: 'memberFields.bringOver',
      summary: 'Gives what fields say of one account to the one they came over to',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'tenant',
      whileSuspended: true,
      input: z.strictObject({ formerUserId: z.uuid(), newUserId: z.uuid() }),
      output: z.strictObject({}),
    },
    async (ctx, { formerUserId, newUserId }) => {
      const { db } = ctx;
      for (const userId of [formerUserId, newUserId].sort()) await holdMirror(db, userId);
      if ((await isMember(ctx, newUserId)) || (await cameOver(ctx, newUserId))) {
        await moveValues(ctx, { subject: memberSubject.id, from: formerUserId, to: newUserId });
      } else {
        // They left meanwhile, and values end with the membership.
        for (const userId of [formerUserId, newUserId]) {
          await forgetValues(db, memberSubject.id, userId);
        }
      }
      await enqueueTenantJob(db, 'poolJoin.brought', {
        formerUserId,
        job: 'memberFields.bringOver',
      });
      return {};
    },
  ),
};

const isMember = async (ctx: TenantCtx, userId: string): Promise<boolean> => {
  const found = await ctx.readControl((db) =>
    db.select({ id: memberships.id }).from(memberships).where(eq(memberships.userId, userId)),
  );
  return found.length > 0;
};
