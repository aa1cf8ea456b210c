import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { personRenames } from '../../modules/person-renames';
import { Nothing } from '../shapes';
import { poolClaim } from './claim-procedures';
import { agree, closeFormer, decline, endJoin, getJoin, PoolJoinView, remind } from './join';
import { bringAgain, noteBrought } from './late';
import { ClaimBegun } from './shapes';
import { tellUnclaimed } from './tell';

const byAdmin = { permission: 'security.manage', plane: 'pool' } as const;

const poolJoin = {
  get: procedure(
    {
      ...byAdmin,
      name: 'poolJoin.get',
      summary: 'Read whether this workspace is to share its sign-in, and who has come over',
      method: 'GET',
      path: '/shared-sign-in',
      input: Nothing,
      output: PoolJoinView,
    },
    getJoin,
  ),
  agree: procedure(
    {
      ...byAdmin,
      name: 'poolJoin.agree',
      summary: 'Agree to share the sign-in, as the owner, and go on to prove the other account',
      method: 'POST',
      path: '/shared-sign-in',
      fresh: true,
      wholeAccount: true,
      input: Nothing,
      secretAnswer: true,
      output: ClaimBegun,
    },
    agree,
  ),
  decline: procedure(
    {
      ...byAdmin,
      name: 'poolJoin.decline',
      summary: 'Turn down to share the sign-in, as the owner',
      method: 'DELETE',
      path: '/shared-sign-in',
      input: Nothing,
      output: Nothing,
    },
    async (ctx) => {
      await decline(ctx);
      return {};
    },
  ),
  end: procedure(
    {
      ...byAdmin,
      name: 'poolJoin.end',
      summary: 'End the time in which people come over, as the owner',
      method: 'POST',
      path: '/shared-sign-in/end',
      fresh: true,
      input: Nothing,
      output: z.object({ left: z.int() }),
    },
    endJoin,
  ),
  bringAgain: procedure(
    {
      ...byAdmin,
      name: 'poolJoin.bringAgain',
      summary: 'Begin anew to give records to accounts that came over',
      method: 'POST',
      path: '/shared-sign-in/bring-again',
      input: Nothing,
      output: z.object({ people: z.int() }),
    },
    bringAgain,
  ),
  brought: procedure(
    {
      name: 'poolJoin.brought',
      summary: 'Notes that what names somebody names the account they came over to',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'pool',
      whileSuspended: true,
      input: z.strictObject({ formerUserId: z.uuid(), job: z.enum(personRenames) }),
      output: Nothing,
    },
    async (ctx, brought) => {
      await noteBrought(ctx, brought);
      return {};
    },
  ),
  close: procedure(
    {
      name: 'poolJoin.close',
      summary: 'Destroys what proved accounts of a pool that a tenant left',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'pool',
      whileSuspended: true,
      input: z.strictObject({ joinId: z.uuid() }),
      output: Nothing,
    },
    async (ctx, { joinId }) => {
      await closeFormer(ctx, joinId);
      return {};
    },
  ),
  tell: procedure(
    {
      name: 'poolJoin.tell',
      summary: 'Mails members that they have to come over',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'pool',
      input: z.strictObject({ after: z.uuid().optional() }),
      output: Nothing,
    },
    async (ctx, input) => {
      await tellUnclaimed(ctx, input);
      return {};
    },
  ),
  remind: procedure(
    {
      permission: 'people.manage',
      plane: 'pool',
      name: 'poolJoin.remind',
      summary: 'Remind a member by mail to come over',
      method: 'POST',
      path: '/shared-sign-in/reminders/{id}',
      input: z.strictObject({ id: z.uuid() }),
      output: Nothing,
    },
    async (ctx, input) => {
      await remind(ctx, input);
      return {};
    },
  ),
};

export const poolJoinProcedures = { poolJoin, poolClaim };
