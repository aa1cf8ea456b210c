import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { logins } from '@/db/schema/control';
import { procedure } from '../../doors/procedure';
import { notFound } from '../../errors';
import { countGuess, forgetGuesses } from '../guesses';
import { refuseLonelyPassword } from '../passwords/choose';
import { signedInPerson } from '../person-only';
import { Nothing } from '../shapes';
import {
  beginAuthenticator,
  confirmAuthenticator,
  findAuthenticator,
  removeAuthenticator,
} from './factor';
import { countRecoveryCodes, renewRecoveryCodes } from './recovery-codes';

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
          recoveryCodesLeft: await countRecoveryCodes(ctx.db, user.id),
          demandedBy,
        };
      },
    ),
    begin: procedure(
      {
        ...dangerous,
        name: 'factors.begin',
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
          await db
            .update(logins)
            .set({ secondFactor: 'totp', secondFactorAt: new Date() })
            .where(eq(logins.id, session.loginId));
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
        summary: 'Makes new recovery codes in place of the old ones and shows them once',
        path: '/account/recovery-codes',
        input: Nothing,
        output: Codes,
      },
      async (ctx) => {
        const { user } = signedInPerson(ctx);
        if (!(await findAuthenticator(ctx.db, user.id))) throw notFound('This authenticator');
        ctx.about('user', user.id);
        return { recoveryCodes: await renewRecoveryCodes(ctx.db, ownerOf(ctx.tenant, user)) };
      },
    ),
    remove: procedure(
      {
        ...dangerous,
        name: 'factors.remove',
        summary: 'Takes the authenticator app and all recovery codes away',
        method: 'DELETE',
        path: '/account/second-factor',
        input: Nothing,
        output: Nothing,
      },
      async (ctx) => {
        const { user } = signedInPerson(ctx);
        if (!(await removeAuthenticator(ctx.db, user.id))) throw notFound('This authenticator');
        await refuseLonelyPassword(ctx.db, user.id);
        // What was proven with it counts no longer, where one is asked for.
        const proven = and(eq(logins.userId, user.id), isNotNull(logins.secondFactorAt));
        await ctx.db.update(logins).set({ secondFactor: null, secondFactorAt: null }).where(proven);
        ctx.about('user', user.id);
        return {};
      },
    ),
  },
};

const ownerOf = ({ poolId }: { poolId: string }, { id: userId }: { id: string }) => ({
  poolId,
  userId,
});
