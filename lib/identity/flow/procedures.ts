import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { safePath } from '../paths';
import { OpaqueToken, SignedIn } from '../shapes';
import { flowState, goOnWithCode, resume } from './go-on';
import { confirmInFlow, setUpInFlow } from './set-up';
import { steps } from './steps';

const Steps = z.array(z.enum(steps));

const Code = z
  .string()
  .trim()
  .min(6, 'Enter the whole code.')
  .max(40, 'This is longer than any code.');

/** Where a sign-in leads: into a session, or to what is left to prove. */
export const Unfinished = z.object({ flow: z.string(), expiresAt: z.coerce.date(), steps: Steps });
export const Arrived = SignedIn.extend({ returnPath: z.string() });

const step = {
  method: 'POST',
  path: null,
  permission: 'public',
  plane: 'pool',
  transaction: 'none',
  rate: 'guess',
} as const;

const InFlow = z.strictObject({ flow: OpaqueToken });

export const flowProcedures = {
  steps: procedure(
    {
      ...step,
      name: 'signIn.steps',
      summary: 'Says what an unfinished sign-in waits for',
      mode: 'read',
      rate: 'read',
      input: InFlow,
      output: z.object({ steps: Steps }),
    },
    async (ctx, { flow }) => await flowState(ctx, flow),
  ),
  withCode: procedure(
    {
      ...step,
      name: 'signIn.withCode',
      secretAnswer: true,
      summary: 'Finishes a sign-in with a code of the second factor',
      input: InFlow.extend({ code: Code }),
      output: Arrived,
    },
    goOnWithCode,
  ),
  setUp: procedure(
    {
      ...step,
      name: 'signIn.setUp',
      secretAnswer: true,
      summary: 'Begins the second factor that a sign-in demands',
      input: InFlow,
      output: z.object({ secret: z.string(), uri: z.string() }),
    },
    async (ctx, { flow }) => await setUpInFlow(ctx, flow),
  ),
  confirmSetUp: procedure(
    {
      ...step,
      name: 'signIn.confirmSetUp',
      secretAnswer: true,
      summary: 'Finishes a sign-in with a new second factor',
      input: InFlow.extend({ code: Code }),
      output: Arrived.extend({ recoveryCodes: z.array(z.string()) }),
    },
    confirmInFlow,
  ),
  resume: procedure(
    {
      name: 'signIn.resume',
      secretAnswer: true,
      summary: 'Goes on with a sign-in that came to owe a second factor',
      method: 'POST',
      path: null,
      permission: 'public',
      plane: 'pool',
      rate: 'guess',
      input: z.strictObject({ returnPath: z.string().max(1000).default('/').transform(safePath) }),
      output: Unfinished,
    },
    async (ctx, { returnPath }) => await resume(ctx, returnPath),
  ),
};
