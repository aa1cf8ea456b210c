import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Arrived, Unfinished } from '../flow/procedures';
import { safePath } from '../paths';
import { Nothing, OpaqueToken } from '../shapes';
import { beginPasskeyProof, proveAgainByPasskey } from './prove-again';
import { beginPasskeySetUp, finishWithNewPasskey } from './set-up';
import { Assertion, Attestation, CreationOptions, PasskeyName, RequestOptions } from './shapes';
import {
  beginPasskeySignIn,
  beginPasskeyStep,
  enterWithPasskey,
  finishWithPasskey,
} from './sign-in';

const ceremony = { method: 'POST', path: null, plane: 'pool', transaction: 'none' } as const;
const open = { ...ceremony, permission: 'public' } as const;
const own = { ...ceremony, permission: 'signed_in' } as const;

const Path = z.string().max(1000).default('/').transform(safePath);

export const passkeySignInProcedures = {
  // No guess: it evaluates nothing, and every view of the sign-in page may ask.
  beginPasskey: procedure(
    {
      ...open,
      name: 'signIn.beginPasskey',
      secretAnswer: true,
      summary: 'Begins a sign-in with a passkey',
      input: Nothing,
      output: RequestOptions.extend({ browser: z.string() }),
    },
    async (ctx) => await beginPasskeySignIn(ctx),
  ),
  withPasskey: procedure(
    {
      ...open,
      name: 'signIn.withPasskey',
      secretAnswer: true,
      summary: 'Signs a browser in with a passkey',
      rate: 'guess',
      input: z.strictObject({ browser: OpaqueToken, assertion: Assertion, returnPath: Path }),
      output: z.union([Arrived, Unfinished]),
    },
    enterWithPasskey,
  ),
  beginPasskeyStep: procedure(
    {
      ...open,
      name: 'signIn.beginPasskeyStep',
      summary: 'Begins the second proof of a sign-in with a passkey',
      rate: 'guess',
      input: z.strictObject({ flow: OpaqueToken }),
      output: RequestOptions,
    },
    async (ctx, { flow }) => await beginPasskeyStep(ctx, flow),
  ),
  withPasskeyStep: procedure(
    {
      ...open,
      name: 'signIn.withPasskeyStep',
      secretAnswer: true,
      summary: 'Finishes a sign-in with a passkey as its second proof',
      rate: 'guess',
      input: z.strictObject({ flow: OpaqueToken, assertion: Assertion }),
      output: Arrived,
    },
    finishWithPasskey,
  ),
  beginPasskeySetUp: procedure(
    {
      ...open,
      name: 'signIn.beginPasskeySetUp',
      summary: 'Begins the passkey that a sign-in demands',
      rate: 'guess',
      input: z.strictObject({ flow: OpaqueToken }),
      output: CreationOptions,
    },
    async (ctx, { flow }) => await beginPasskeySetUp(ctx, flow),
  ),
  withNewPasskey: procedure(
    {
      ...open,
      name: 'signIn.withNewPasskey',
      secretAnswer: true,
      summary: 'Finishes a sign-in with a new passkey',
      rate: 'guess',
      input: z.strictObject({ flow: OpaqueToken, name: PasskeyName, attestation: Attestation }),
      output: Arrived.extend({ recoveryCodes: z.array(z.string()) }),
    },
    finishWithNewPasskey,
  ),
};

export const passkeyProofProcedures = {
  beginPasskeyProof: procedure(
    {
      ...own,
      name: 'session.beginPasskeyProof',
      summary: 'Begins to prove again who is signed in, by a passkey',
      input: Nothing,
      output: RequestOptions,
    },
    async (ctx) => await beginPasskeyProof(ctx),
  ),
  proveByPasskey: procedure(
    {
      ...own,
      name: 'session.proveByPasskey',
      summary: 'Proves again by a passkey who is signed in, for the next 15 minutes',
      rate: 'guess',
      input: z.strictObject({ assertion: Assertion }),
      output: Nothing,
    },
    async (ctx, { assertion }) => {
      await proveAgainByPasskey(ctx, assertion);
      return {};
    },
  ),
};
