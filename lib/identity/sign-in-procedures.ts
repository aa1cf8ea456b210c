import { z } from 'zod';
import { procedure } from '../doors/procedure';
import { Email } from './email';
import { Arrived, flowProcedures, Unfinished } from './flow/procedures';
import { handOff } from './hand-off';
import { mailLink, requestLink } from './link-requests';
import { providerSignInProcedures } from './oidc/sign-in-procedures';
import { passkeySignInProcedures } from './passkeys/proof-procedures';
import { NewPassword } from './passwords/rule';
import { safePath } from './paths';
import { resetPassword } from './reset';
import { Nothing, OpaqueToken, TypedPassword } from './shapes';
import { enterWithPassword, enterWithTicket, proveByPassword } from './sign-in';

const ReturnPath = z.string().max(1000).default('/').transform(safePath);

const Entrance = z.union([Arrived, Unfinished]);

const open = {
  method: 'POST',
  permission: 'public',
  plane: 'pool',
  transaction: 'none',
  rate: 'guess',
} as const;

const withPassword = procedure(
  {
    ...open,
    name: 'signIn.withPassword',
    secretAnswer: true,
    summary: 'Signs a browser in with e-mail and password',
    path: null,
    input: z.strictObject({ email: Email, password: TypedPassword }),
    output: Entrance,
  },
  async (ctx, input) => {
    const user = await proveByPassword(ctx, input);
    return await enterWithPassword(ctx, user.id);
  },
);

const withTicket = procedure(
  {
    ...open,
    name: 'signIn.withTicket',
    secretAnswer: true,
    summary: 'Signs a browser in with a mailed link or a ticket from another host',
    path: null,
    input: z.strictObject({ ticket: OpaqueToken, nonce: OpaqueToken.nullable() }),
    output: Entrance,
  },
  async (ctx, input) => await enterWithTicket(ctx, input),
);

const requestSignIn = procedure(
  {
    ...open,
    name: 'signIn.requestLink',
    summary: 'Mails a link to sign in with',
    path: '/sign-in-links',
    input: z.strictObject({ email: Email, returnPath: ReturnPath }),
    output: Nothing,
  },
  async (ctx, input) => {
    await requestLink(ctx, { ...input, purpose: 'magic_link' });
    return {};
  },
);

const requestReset = procedure(
  {
    ...open,
    name: 'signIn.requestReset',
    summary: 'Mails a link to choose a new password with',
    path: '/password-resets',
    input: z.strictObject({ email: Email }),
    output: Nothing,
  },
  async (ctx, { email }) => {
    await requestLink(ctx, { email, purpose: 'reset', returnPath: '/' });
    return {};
  },
);

const reset = procedure(
  {
    ...open,
    name: 'signIn.resetPassword',
    summary: 'Sets a new password with a mailed link and signs every device out',
    path: '/password-resets/{token}',
    input: z.strictObject({ token: OpaqueToken, password: NewPassword }),
    output: Nothing,
  },
  async (ctx, input) => {
    await resetPassword(ctx, input);
    return {};
  },
);

const mail = procedure(
  {
    name: 'signIn.mailLink',
    summary: 'Mails the link somebody asked for',
    method: 'POST',
    path: null,
    permission: 'job',
    plane: 'pool',
    input: z.strictObject({
      purpose: z.enum(['magic_link', 'reset']),
      email: Email,
      returnPath: ReturnPath,
    }),
    output: Nothing,
  },
  async (ctx, input) => {
    await mailLink(ctx, input);
    return {};
  },
);

const toOtherTenant = procedure(
  {
    name: 'signIn.handOff',
    secretAnswer: true,
    summary: 'Makes a one-time way into another tenant of the same pool',
    method: 'POST',
    path: '/hand-offs',
    permission: 'signed_in',
    plane: 'pool',
    wholeAccount: true,
    input: z.strictObject({
      slug: z.string().max(40),
      nonceHash: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 in hex.'),
      returnPath: ReturnPath,
    }),
    output: z.object({ url: z.url() }),
  },
  async (ctx, input) => await handOff(ctx, input),
);

export const signInProcedures = {
  signIn: {
    withPassword,
    withTicket,
    requestLink: requestSignIn,
    requestReset,
    resetPassword: reset,
    mailLink: mail,
    handOff: toOtherTenant,
    ...flowProcedures,
    ...providerSignInProcedures,
    ...passkeySignInProcedures,
  },
};
