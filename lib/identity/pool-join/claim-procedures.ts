import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Email } from '../email';
import { Assertion, RequestOptions } from '../passkeys/shapes';
import { Nothing, OpaqueToken, PersonName, TypedPassword } from '../shapes';
import { beginClaim, spendClaim } from './claims';
import { finishClaim } from './come-over';
import { findJoin } from './joins';
import { mailLink, requestLink } from './mail-link';
import { proveByLink, proveByPassword } from './prove';
import { beginClaimPasskey, proveByPasskey } from './prove-passkey';
import { ClaimBegun } from './shapes';
import { joinIsOver } from './sides';
import { ClaimView, viewClaim } from './view';

const open = { permission: 'public', plane: 'pool', method: 'POST', rate: 'guess' } as const;

const Side = z.enum(['former', 'new']);
const Code = z.string().trim().max(40, 'This is longer than any code.').optional();

/** Coming over: two accounts are proven in one browser, then one becomes the other. */
export const poolClaim = {
  begin: procedure(
    {
      ...open,
      name: 'poolClaim.begin',
      summary: 'Begin to bring an account over to the shared sign-in',
      path: '/claims',
      input: Nothing,
      secretAnswer: true,
      output: ClaimBegun,
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
  beginPasskey: procedure(
    {
      ...open,
      name: 'poolClaim.beginPasskey',
      summary: 'Begin to prove the former account by a passkey',
      path: null,
      transaction: 'none',
      input: z.strictObject({ claim: OpaqueToken }),
      output: RequestOptions,
    },
    beginClaimPasskey,
  ),
  withPasskey: procedure(
    {
      ...open,
      name: 'poolClaim.withPasskey',
      summary: 'Prove the former account by a passkey of this host',
      path: null,
      transaction: 'none',
      input: z.strictObject({ claim: OpaqueToken, assertion: Assertion }),
      output: Nothing,
    },
    async (ctx, proof) => {
      await proveByPasskey(ctx, proof);
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
