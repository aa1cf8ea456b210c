import { z } from 'zod';
import { tenantsOfUser } from '@/db/directory';
import { signInMethods } from '@/db/schema/control';
import { procedure } from '../doors/procedure';
import { objectionTo } from '../doors/standing';
import { notFound } from '../errors';
import { Email } from './email';
import { methodsNow } from './methods/rescue';
import { partyAt } from './passkeys/party';
import { passkeyProofProcedures } from './passkeys/proof-procedures';
import { signedInPerson } from './person-only';
import { spendClaimsOf } from './pool-join/claims';
import { proofWay, proveAgain } from './prove-again';
import { endLogin, endLogins, listDevices } from './sessions';
import { Nothing, SignedIn, TypedPassword } from './shapes';
import { proveByPassword, startApiSession } from './sign-in';
import { nameSession } from './tokens/name-session';

const User = z.object({ id: z.uuid(), email: z.string(), name: z.string() });

const start = procedure(
  {
    name: 'session.start',
    secretAnswer: true,
    summary: 'Signs an API client in with e-mail and password',
    method: 'POST',
    path: '/sign-in',
    permission: 'public',
    plane: 'pool',
    transaction: 'none',
    rate: 'guess',
    input: z.strictObject({
      email: Email,
      password: TypedPassword,
      /** Code of the second factor, for tenants that ask for one. */
      otp: z.string().trim().max(40).optional(),
    }),
    output: SignedIn.extend({
      user: User,
      memberships: z.array(
        z.object({
          tenant: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
          roles: z.array(z.string()),
        }),
      ),
    }),
  },
  async (ctx, { email, password, otp }) => {
    const user = await proveByPassword(ctx, { email, password });
    const opened = await startApiSession(ctx, user, otp);
    const tenants = await tenantsOfUser(user.id);
    const memberships = tenants.map(({ id, slug, name, roles }) => ({
      tenant: { id, slug, name },
      roles: roles.map((role) => role.key),
    }));
    return { ...opened, user, memberships };
  },
);

const get = procedure(
  {
    name: 'session.get',
    summary: 'Says who is signed in here, if anybody, and which ways to sign in are open',
    method: 'GET',
    path: '/session',
    permission: 'public',
    plane: 'pool',
    whileSuspended: true,
    input: Nothing,
    output: z.object({
      user: User.nullable(),
      /** Ways to sign in that are open here. */
      methods: z.array(z.enum(signInMethods)),
    }),
  },
  async (ctx) => {
    const { caller, call, tenant } = ctx;
    const inside = caller.membership?.state === 'active' && !objectionTo(caller, call.address);
    // A passkey works at the canonical host alone.
    const open = (await methodsNow(ctx)).filter(
      (way) => way !== 'passkey' || partyAt({ tenant, caller }),
    );
    return { user: inside ? caller.user : null, methods: open };
  },
);

const accessToken = procedure(
  {
    name: 'session.accessToken',
    summary: 'Gives an API client a JWT for ten minutes that names its session',
    method: 'POST',
    path: '/session/access-token',
    mode: 'read',
    permission: 'signed_in',
    plane: 'pool',
    input: Nothing,
    output: z.object({ accessToken: z.string(), expiresAt: z.coerce.date() }),
  },
  nameSession,
);

const end = procedure(
  {
    name: 'session.end',
    summary: 'Signs this device out, on every host it is signed in to',
    method: 'POST',
    path: '/sign-out',
    permission: 'public',
    plane: 'pool',
    whileSuspended: true,
    input: Nothing,
    output: Nothing,
  },
  async (ctx) => {
    const { user, session } = ctx.caller;
    if (user && session) {
      await endLogin(ctx.db, user.id, session.loginId);
      ctx.about('login', session.loginId);
    }
    return {};
  },
);

const endAll = procedure(
  {
    name: 'session.endAll',
    summary: 'Signs the user out on every device',
    method: 'DELETE',
    path: '/sessions',
    permission: 'signed_in',
    plane: 'pool',
    wholeAccount: true,
    whileSuspended: true,
    input: Nothing,
    output: z.object({ ended: z.int() }),
  },
  async (ctx) => {
    const { user } = signedInPerson(ctx);
    const ended = await endLogins(ctx.db, user.id);
    await spendClaimsOf(ctx.db, user.id);
    ctx.about('user', user.id, { ended });
    return { ended };
  },
);

const list = procedure(
  {
    name: 'session.list',
    summary: 'Lists the devices on which the user is signed in',
    method: 'GET',
    path: '/sessions',
    permission: 'signed_in',
    plane: 'pool',
    input: Nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          id: z.uuid(),
          method: z.string(),
          device: z.string(),
          address: z.string().nullable(),
          createdAt: z.coerce.date(),
          lastSeenAt: z.coerce.date(),
          hosts: z.array(z.string()),
          current: z.boolean(),
        }),
      ),
    }),
  },
  async (ctx) => {
    const { user, session } = signedInPerson(ctx);
    const devices = await listDevices(ctx.db, user.id);
    const known = devices.map((d) => ({ ...d, current: d.id === session.loginId }));
    // Where else somebody is signed in is nothing that the tenant's identity provider may learn.
    return { sessions: session.confined ? known.filter((d) => d.current) : known };
  },
);

const revoke = procedure(
  {
    name: 'session.revoke',
    summary: 'Signs one device of the user out',
    method: 'DELETE',
    path: '/sessions/{id}',
    permission: 'signed_in',
    plane: 'pool',
    wholeAccount: true,
    input: z.strictObject({ id: z.uuid() }),
    output: Nothing,
  },
  async (ctx, { id }) => {
    const { user } = signedInPerson(ctx);
    if (!(await endLogin(ctx.db, user.id, id))) throw notFound('This device');
    ctx.about('login', id);
    return {};
  },
);

const way = procedure(
  {
    name: 'session.proofWay',
    summary: 'Says with what the signed-in person proves who they are again',
    method: 'GET',
    path: '/session/proof',
    permission: 'signed_in',
    plane: 'pool',
    input: Nothing,
    output: z.object({
      way: z.enum(['code', 'recovery_code', 'password']).nullable(),
      /** Whether a passkey will do as well. */
      passkey: z.boolean(),
      /** Name of the identity provider that will do, where one has let them in. */
      provider: z.string().nullable(),
    }),
  },
  proofWay,
);

const prove = procedure(
  {
    name: 'session.prove',
    summary: 'Proves again who is signed in, for the next 15 minutes',
    method: 'POST',
    path: '/session/proof',
    permission: 'signed_in',
    plane: 'pool',
    transaction: 'none',
    rate: 'guess',
    input: z.strictObject({ proof: z.string().min(1, 'Enter it to go on.').max(200) }),
    output: Nothing,
  },
  async (ctx, { proof }) => {
    await proveAgain(ctx, proof);
    return {};
  },
);

export const sessionProcedures = {
  session: {
    ...{ start, get, accessToken, end, endAll, list, revoke, proofWay: way, prove },
    ...passkeyProofProcedures,
  },
};
