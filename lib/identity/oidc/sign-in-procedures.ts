import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Arrived, Unfinished } from '../flow/procedures';
import { joinsByMail } from '../joining/joins-by-mail';
import { safePath } from '../paths';
import { comesOver } from '../pool-join/joins';
import { Nothing, OpaqueToken } from '../shapes';
import { beginAtProvider } from './begin';
import { arrivalState, confirmArrival } from './confirm';
import { finishAtProvider } from './finish';
import { findProvider } from './provider';
import { providerRefusals } from './refusal';

const Refused = z.object({ refused: z.enum(providerRefusals) });

/** Where a sign-in through the provider leads; `confirm` is the address to be proven first. */
const Arrival = z.union([Arrived, Unfinished, z.object({ confirm: z.string() }), Refused]);

const step = {
  method: 'POST',
  path: null,
  permission: 'public',
  plane: 'pool',
  transaction: 'none',
  rate: 'guess',
} as const;

export const providerSignInProcedures = {
  provider: procedure(
    {
      name: 'signIn.provider',
      summary: 'Says whether people come in here through an identity provider or by their address',
      method: 'GET',
      path: '/sign-in/provider',
      permission: 'public',
      plane: 'pool',
      input: Nothing,
      output: z.object({
        label: z.string().nullable(),
        /** Whether people with an address at some domain join by themselves. */
        joins: z.boolean(),
        /** Whether people bring accounts over from a former sign-in. */
        comesOver: z.boolean(),
      }),
    },
    async (ctx) => ({
      label: (await findProvider(ctx.db))?.label ?? null,
      joins: await joinsByMail(ctx),
      comesOver: await comesOver(ctx),
    }),
  ),
  atProvider: procedure(
    {
      ...step,
      name: 'signIn.atProvider',
      secretAnswer: true,
      summary: 'Begins a sign-in at the identity provider',
      input: z.strictObject({
        returnPath: z.string().max(1000).default('/').transform(safePath),
        anew: z.boolean().default(false),
      }),
      output: z.union([z.object({ url: z.string(), browser: z.string() }), Refused]),
    },
    beginAtProvider,
  ),
  fromProvider: procedure(
    {
      ...step,
      name: 'signIn.fromProvider',
      secretAnswer: true,
      summary: 'Signs a browser in that comes back from the identity provider',
      input: z.strictObject({ query: z.string().max(8000), browser: OpaqueToken }),
      output: Arrival,
    },
    finishAtProvider,
  ),
  arrival: procedure(
    {
      ...step,
      name: 'signIn.arrival',
      summary: 'Says which address somebody from the identity provider has to prove',
      mode: 'read',
      rate: 'read',
      input: z.strictObject({ browser: OpaqueToken }),
      output: z.object({ email: z.string() }),
    },
    async (ctx, { browser }) => await arrivalState(ctx, browser),
  ),
  confirmArrival: procedure(
    {
      ...step,
      name: 'signIn.confirmArrival',
      secretAnswer: true,
      summary: 'Links an account with the identity provider once its address is proven',
      input: z.strictObject({
        browser: OpaqueToken,
        token: OpaqueToken,
        code: z.string().trim().max(40, 'This is longer than any code.').optional(),
      }),
      output: Arrival,
    },
    confirmArrival,
  ),
};
