import { z } from 'zod';
import { tenantsOfUser } from '@/db/directory';
import type { PoolCtx } from '../../doors/ctx';
import { procedure } from '../../doors/procedure';
import { notFound } from '../../errors';
import { canonicalHost } from '../../tenancy/urls';
import { countGuess, forgetGuesses } from '../guesses';
import { countPasskeys, listOpenAt } from '../passkeys/passkey';
import { signedInPerson } from '../person-only';
import { Nothing } from '../shapes';
import {
  beginAuthenticator,
  confirmAuthenticator,
  findAuthenticator,
  removeAuthenticator,
} from './factor';
import { keepFactors, settleWithout } from './held';
import { markProven } from './proven';
import { countRecoveryCodes, renewRecoveryCodes } from './recovery-codes';
import { tellOwner } from './tell';

const own = { permission: 'signed_in', plane: 'pool' } as const;
const dangerous = { ...own, method: 'POST', fresh: true, wholeAccount: true } as const;
const Codes = z.object({ recoveryCodes: z.array(z.string()) });

export const factorProcedures = {
  factors: {
    get: procedure(
      {
        ...own,
        name: 'factors.get',
        summary: 'Says which second factor the account has and whether this workspace asks for one',
        method: 'GET',
        path: '/account/second-factor',
        input: Nothing,
        output: z.object({
          authenticator: z
            .object({ confirmedAt: z.coerce.date(), lastUsedAt: z.coerce.date().nullable() })
            .nullable(),
          /** Passkeys count as one too, on whichever host they work; a confined session sees this one's. */
          passkeys: z.int(),
          /** Of them those that open this host now. */
          passkeysHere: z.int(),
          recoveryCodesLeft: z.int(),
          /** Until when one has to be set up to stay in this workspace. */
          demandedBy: z.coerce.date().nullable(),
        }),
      },
      async (ctx) => {
        const { user, session } = signedInPerson(ctx);
        const demandedBy = session.secondFactorBy ? new Date(session.secondFactorBy) : null;
        return {
          authenticator: await findAuthenticator(ctx.db, user.id),
          passkeys: await shownPasskeys(ctx),
          passkeysHere: await passkeysHere(ctx),
          recoveryCodesLeft: await countRecoveryCodes(ctx.db, user.id),
          demandedBy,
        };
      },
    ),
    begin: procedure(
      {
        ...dangerous,
        name: 'factors.begin',
        secretAnswer: true,
        summary: 'Begins to set up an authenticator app',
        path: '/account/second-factor',
        input: Nothing,
        output: z.object({ secret: z.string(), uri: z.string() }),
      },
      async (ctx) => {
        const { user } = signedInPerson(ctx);
        ctx.about('user', user.id);
        const about = { issuer: ctx.tenant.name, label: user.email };
        return await beginAuthenticator(ctx.db, ownerOf(ctx.tenant, user), about);
      },
    ),
    confirm: procedure(
      {
        ...dangerous,
        name: 'factors.confirm',
        secretAnswer: true,
        summary: 'Finishes setting up an authenticator app and shows recovery codes once',
        path: '/account/second-factor/confirmation',
        transaction: 'none',
        rate: 'guess',
        input: z.strictObject({ code: z.string().trim().min(6, 'Enter the six digits.').max(20) }),
        output: Codes,
      },
      async (ctx, { code }) => {
        const { user, session } = signedInPerson(ctx);
        const { poolId } = ctx.tenant;
        const guess = { kind: 'code', poolId, email: user.id } as const;
        await countGuess({ ...guess, address: ctx.call.address });
        const recoveryCodes = await ctx.transact(async (db) => {
          ctx.about('user', user.id);
          const codes = await confirmAuthenticator(db, ownerOf(ctx.tenant, user), code);
          await markProven(db, session, 'totp');
          await tellOwner(ctx, db, { userId: user.id, what: 'authenticator_added' });
          return codes;
        });
        await forgetGuesses(guess);
        return { recoveryCodes };
      },
    ),
    renewCodes: procedure(
      {
        ...dangerous,
        name: 'factors.renewCodes',
        secretAnswer: true,
        summary: 'Makes new recovery codes in place of the old ones and shows them once',
        path: '/account/recovery-codes',
        input: Nothing,
        output: Codes,
      },
      async (ctx) => {
        const { user } = signedInPerson(ctx);
        if (!(await keepFactors(ctx.db, user.id))) throw notFound('This second factor');
        ctx.about('user', user.id);
        return { recoveryCodes: await renewRecoveryCodes(ctx.db, ownerOf(ctx.tenant, user)) };
      },
    ),
    remove: procedure(
      {
        ...dangerous,
        name: 'factors.remove',
        summary: 'Takes the authenticator app away, and recovery codes where no passkey is left',
        method: 'DELETE',
        transaction: 'none',
        path: '/account/second-factor',
        input: Nothing,
        output: Nothing,
      },
      async (ctx) => {
        const { user, session } = signedInPerson(ctx);
        const tenants = await tenantsOfUser(user.id);
        await ctx.transact(async (db) => {
          if (!(await removeAuthenticator(db, user.id))) throw notFound('This authenticator');
          const gone = { userId: user.id, kind: 'totp', loginId: session.loginId } as const;
          await settleWithout(db, { ...gone, tenants, here: ctx.tenant.id });
          ctx.about('user', user.id);
          await tellOwner(ctx, db, { userId: user.id, what: 'authenticator_removed' });
        });
        return {};
      },
    ),
  },
};

// What somebody has elsewhere in the pool is nothing that the tenant's identity provider may learn.
async function shownPasskeys(ctx: PoolCtx): Promise<number> {
  const { user, session } = signedInPerson(ctx);
  if (!session.confined) return await countPasskeys(ctx.db, user.id);
  return await passkeysHere(ctx);
}

async function passkeysHere(ctx: PoolCtx): Promise<number> {
  const { user } = signedInPerson(ctx);
  return (await listOpenAt(ctx.db, user.id, canonicalHost(ctx.tenant))).length;
}

const ownerOf = ({ poolId }: { poolId: string }, { id: userId }: { id: string }) => ({
  poolId,
  userId,
});
