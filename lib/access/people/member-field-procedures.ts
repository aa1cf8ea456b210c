import { z } from 'zod';
import { customFieldProcedures } from '../../custom-fields/procedures';
import { CustomValues, CustomValuesChange } from '../../custom-fields/shapes';
import { fillValues, moveValues, readValues } from '../../custom-fields/values';
import { procedure } from '../../doors/procedure';
import { holdMirror } from '../../identity/person-sync';
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
    async ({ db }, { formerUserId, newUserId }) => {
      for (const userId of [formerUserId, newUserId].sort()) await holdMirror(db, userId);
      await moveValues(db, { subject: memberSubject.id, from: formerUserId, to: newUserId });
      await enqueueTenantJob(db, 'poolJoin.brought', {
        formerUserId,
        job: 'memberFields.bringOver',
      });
      return {};
    },
  ),
};
