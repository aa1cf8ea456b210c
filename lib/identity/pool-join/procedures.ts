import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { personRenames } from '../../modules/person-renames';
import { Email } from '../email';
import { Nothing, OpaqueToken, PersonName, TypedPassword } from '../shapes';
import { beginClaim, spendClaim } from './claims';
import { finishClaim } from './come-over';
import { agree, closeFormer, decline, endJoin, getJoin, PoolJoinView, remind } from './join';
import { findJoin } from './joins';
import { bringAgain, noteBrought } from './late';
import { mailLink, requestLink } from './mail-link';
import { proveByLink, proveByPassword } from './prove';
import { joinIsOver } from './sides';
import { tellUnclaimed } from './tell';
import { ClaimView, viewClaim } from './view';

const byAdmin = { permission: 'security.manage', plane: 'pool' } as const;
const open = { permission: 'public', plane: 'pool', method: 'POST', rate: 'guess' } as const;

const Begun = z.object({ claim: z.string(), expiresAt: z.coerce.date() });
const Side = z.enum(['former', 'new']);
const Code = z.string().trim().max(40, 'This is longer than any code.').optional();

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
      output: Begun,
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

const poolClaim = {
  begin: procedure(
    {
      ...open,
      name: 'poolClaim.begin',
      summary: 'Begin to bring an account over to the shared sign-in',
      path: '/claims',
      input: Nothing,
      secretAnswer: true,
      output: Begun,
    },
    async (ctx) => {
      const join = await findJoin(ctx.db, 'running');
      if (!join) throw joinIsOver();
      return await beginClaim(ctx, ctx.db, { joinId: join.id, purpose: 'come_over' });
    },
  ),
  get: procedure(
    {
      ...open,
      name: 'poolClaim.get',
      summary: 'Say which accounts were proven in this browser',
      path: '/claims/view',
      mode: 'read',
      rate: 'read',
      input: z.strictObject({ claim: OpaqueToken, link: OpaqueToken.optional() }),
      output: ClaimView,
    },
    viewClaim,
  ),
  withPassword: procedure(
    {
      ...open,
      name: 'poolClaim.withPassword',
      summary: 'Prove one of the two accounts by its password',
      path: '/claims/password',
      transaction: 'none',
      input: z.strictObject({
        claim: OpaqueToken,
        side: Side,
        email: Email,
        password: TypedPassword,
        code: Code,
      }),
      output: Nothing,
    },
    async (ctx, proof) => {
      await proveByPassword(ctx, proof);
      return {};
    },
  ),
  requestLink: procedure(
    {
      ...open,
      name: 'poolClaim.requestLink',
      summary: 'Mail a link that proves one of the two accounts',
      path: '/claims/links',
      transaction: 'none',
      input: z.strictObject({ claim: OpaqueToken, side: Side, email: Email }),
      output: Nothing,
    },
    async (ctx, wish) => {
      await requestLink(ctx, wish);
      return {};
    },
  ),
  withLink: procedure(
    {
      ...open,
      name: 'poolClaim.withLink',
      summary: 'Prove one of the two accounts by a mailed link',
      path: '/claims/link',
      transaction: 'none',
      input: z.strictObject({ claim: OpaqueToken, link: OpaqueToken, code: Code }),
      output: Nothing,
    },
    async (ctx, proof) => {
      await proveByLink(ctx, proof);
      return {};
    },
  ),
  forget: procedure(
    {
      ...open,
      name: 'poolClaim.forget',
      summary: 'Forget which accounts were proven in this browser',
      path: '/claims/forget',
      rate: 'write',
      input: z.strictObject({ claim: OpaqueToken }),
      output: Nothing,
    },
    async (ctx, { claim }) => {
      await spendClaim(ctx, ctx.db, claim);
      return {};
    },
  ),
  finish: procedure(
    {
      ...open,
      name: 'poolClaim.finish',
      summary: 'Bring the account over once both were proven',
      path: '/claims/finish',
      transaction: 'none',
      input: z.strictObject({
        claim: OpaqueToken,
        name: PersonName.optional(),
        password: TypedPassword.optional(),
      }),
      secretAnswer: true,
      output: z.object({ ticket: z.string() }),
    },
    finishClaim,
  ),
  mailLink: procedure(
    {
      name: 'poolClaim.mailLink',
      summary: 'Mails the link that somebody who comes over asked for',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'pool',
      input: z.strictObject({ claimId: z.uuid(), side: Side, email: Email }),
      output: Nothing,
    },
    async (ctx, wish) => {
      await mailLink(ctx, wish);
      return {};
    },
  ),
};

export const poolJoinProcedures = { poolJoin, poolClaim };
