import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { credentials, users } from '@/db/schema/control';
import { procedure } from '../doors/procedure';
import { notFound } from '../errors';
import { isZoneName } from '../wall-time';
import { changePassword } from './change-password';
import { syncPerson } from './memberships';
import { NewPassword } from './passwords/rule';
import { signedInPerson } from './person-only';
import { Nothing, PersonName, TypedPassword } from './shapes';

const Locale = z.enum(['en', 'ko']);

const TimeZone = z.string().max(60).refine(isZoneName, 'Pick a time zone such as Asia/Seoul.');

const Account = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  locale: Locale.nullable().catch(null),
  timeZone: z.string().nullable(),
  emailVerified: z.boolean(),
  hasPassword: z.boolean(),
  roles: z.array(z.string()),
});

const get = procedure(
  {
    name: 'account.get',
    summary: 'Reads the signed-in account',
    method: 'GET',
    path: '/account',
    permission: 'signed_in',
    plane: 'pool',
    input: Nothing,
    output: Account,
  },
  async ({ db, caller }) => {
    const [found] = await db
      .select({ user: users, password: credentials.id })
      .from(users)
      .leftJoin(
        credentials,
        and(eq(credentials.poolId, users.poolId), eq(credentials.userId, users.id)),
      )
      .where(eq(users.id, caller.user?.id ?? ''));
    if (!found) throw notFound('This account');
    return {
      ...found.user,
      locale: found.user.locale as z.infer<typeof Locale> | null,
      emailVerified: found.user.emailVerifiedAt !== null,
      hasPassword: found.password !== null,
      roles: caller.roles.map((role) => role.name),
    };
  },
);

const update = procedure(
  {
    name: 'account.update',
    summary: 'Changes name, language or time zone of the signed-in account',
    method: 'PATCH',
    path: '/account',
    permission: 'signed_in',
    plane: 'pool',
    wholeAccount: true,
    input: z.strictObject({
      name: PersonName.optional(),
      locale: Locale.nullable().optional(),
      timeZone: TimeZone.nullable().optional(),
    }),
    output: Nothing,
  },
  async (ctx, changes) => {
    const { user } = signedInPerson(ctx);
    ctx.about('user', user.id, { changed: Object.keys(changes) });
    if (Object.keys(changes).length === 0) return {};
    await ctx.db.update(users).set(changes).where(eq(users.id, user.id));
    if (changes.name) await syncPerson(ctx.db, user.id);
    return {};
  },
);

const password = procedure(
  {
    name: 'account.changePassword',
    summary: 'Changes the password and signs every other device out',
    method: 'POST',
    path: '/account/password',
    permission: 'signed_in',
    plane: 'pool',
    wholeAccount: true,
    transaction: 'none',
    rate: 'guess',
    input: z.strictObject({ currentPassword: TypedPassword, newPassword: NewPassword }),
    output: Nothing,
  },
  async (ctx, input) => {
    await changePassword(ctx, input);
    return {};
  },
);

export const accountProcedures = { account: { get, update, changePassword: password } };
