import { insertStaff } from '@/db/installation';
import { invoke } from '@/lib/doors/callable';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { sessionProcedures } from '@/lib/identity/session-procedures';
import { testPassword } from '@/lib/identity/testing';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { workspaceTokenProcedures } from '@/lib/identity/workspace-tokens/procedures';
import { anyHost, anyOfPool, type Door, type Kind } from './kind';
import type { CredentialStage, Person } from './stage';

const { start, accessToken } = sessionProcedures.session;

/** Passwords, what they open, and what that opens in turn. */
export const sessionKinds: Kind[] = [
  {
    name: 'session of a browser',
    cookies: ['sessionCookie'],
    make: async (stage) => {
      const token = await stage.sessionAt(stage.placeOf('home'), await stage.person());
      const door = atDoor(stage, 'session.get', (session) => ({ session }));
      return { token, doors: [door(token)] };
    },
  },
  {
    name: 'session of an API client',
    alsoAt: anyHost,
    family: 'bearer',
    make: async (stage) => {
      const { token } = await startSession(stage, await stage.person());
      return { token, doors: [bearerDoor(stage, 'session.get')(token)] };
    },
  },
  {
    name: 'JWT',
    alsoAt: anyHost,
    family: 'bearer',
    signedWith: ['access token'],
    make: async (stage) => {
      const { token: bearer } = await startSession(stage, await stage.person());
      const { accessToken: token } = await invoke(
        accessToken,
        {},
        stage.callAt(stage.placeOf('home'), { bearer }),
      );
      return { token, doors: [bearerDoor(stage, 'session.get')(token)] };
    },
  },
  {
    name: 'personal token',
    alsoAt: anyHost,
    family: 'bearer',
    make: async (stage) => {
      const { home } = await stage.person('admin');
      const input = { name: 'Sync', scopes: ['people.read'], expiresInDays: 30 };
      const { token } = await invoke(tokenProcedures.tokens.create, input, home.call());
      return { token, doors: [bearerDoor(stage, 'people.list')(token)] };
    },
  },
  {
    name: 'token of the workspace',
    alsoAt: anyHost,
    family: 'bearer',
    make: async (stage) => {
      const { home } = await stage.person('admin');
      const { basic: roleId } = stage.tenants.home.roleIds;
      const { create } = workspaceTokenProcedures.workspaceTokens;
      const input = { name: 'Sync', roleId, scopes: ['people.read'], expiresInDays: 30 };
      const { token } = await invoke(create, input, home.call());
      return { token, doors: [bearerDoor(stage, 'people.list')(token)] };
    },
  },
  {
    name: 'password',
    alsoAt: anyOfPool,
    family: 'password',
    costly: true,
    keptIn: ['control.credentials.secret'],
    make: async (stage) => {
      const [person, proving, going] = [
        await stage.person(),
        await stage.person(),
        await stage.person(),
      ];
      for (const who of [proving, going]) await stage.signInEverywhere(who);
      const give =
        (operation: string, field: string, more: Record<string, unknown> = {}): Door['give'] =>
        async (place, instead = testPassword) =>
          await stage.ask(operation, { ...more, [field]: instead }, { place });
      const signedIn =
        (operation: string, field: string, { who, ...more }: Record<string, unknown>) =>
        async (place: Parameters<Door['give']>[0], instead = testPassword) =>
          await stage.ask(
            operation,
            { ...more, [field]: instead },
            { place, shown: { session: await stage.sessionAt(place, who as Person) } },
          );
      const newPassword = 'another-orchid-ladder-harvest';
      return {
        token: testPassword,
        doors: [
          ...['session.start', 'signIn.withPassword'].map((name) => ({
            name,
            give: give(name, 'password', { email: person.email }),
          })),
          { name: 'session.prove', give: signedIn('session.prove', 'proof', { who: proving }) },
          {
            name: 'account.changePassword',
            give: signedIn('account.changePassword', 'currentPassword', {
              ...{ who: going, newPassword },
            }),
          },
        ],
      };
    },
  },
  {
    name: 'session of staff',
    for: 'console',
    cookies: ['staffCookie'],
    make: async (stage) => {
      const token = newToken();
      await staffOf(stage);
      await stage.world.database.query(
        `insert into control.staff_sessions (id, staff_id, token_hash, idle_seconds, expires_at)
         select app.uuid7(), id, $1, 3600, now() + interval '1 day' from control.staff limit 1`,
        [hashToken(token)],
      );
      const door = atDoor(stage, 'staff.me', (staff) => ({ staff, session: staff }));
      const asSession = atDoor(stage, 'session.get', (staff) => ({
        session: staff,
        bearer: staff,
      }));
      return { token, doors: [bothOf(door(token), asSession(token))] };
    },
  },
  {
    name: 'token of staff',
    for: 'console',
    make: async (stage) => {
      const { token } = await staffOf(stage);
      const asSession = bearerDoor(stage, 'session.get')(token);
      return { token, doors: [bothOf(bearerDoor(stage, 'staff.me')(token), asSession)] };
    },
  },
  {
    name: 'password of staff',
    for: 'console',
    family: 'password',
    costly: true,
    keptIn: ['control.staff.password_hash'],
    make: async (stage) => {
      const { email, password: token } = await staffOf(stage);
      const give: Door['give'] = async (place, password = token) =>
        (await stage.ask('staff.signIn', { email, password }, { place })) ??
        (await stage.ask('session.start', { email, password }, { place }));
      return { token, doors: [{ name: 'staff.signIn', give }] };
    },
  },
];

/** Accepted by either. */
const bothOf = (one: Door, other: Door): Door => ({
  name: one.name,
  give: async (place, instead) =>
    (await one.give(place, instead)) ?? (await other.give(place, instead)),
});

/** A door that reads headers alone. */
const atDoor =
  (stage: CredentialStage, name: string, showing: (token: string) => Record<string, string>) =>
  (token: string): Door => ({
    name,
    give: async (place, instead = token) =>
      await stage.ask(name, {}, { place, shown: showing(instead) }),
  });

const bearerDoor = (stage: CredentialStage, name: string) =>
  atDoor(stage, name, (bearer) => ({ bearer }));

const startSession = (stage: CredentialStage, { email }: Person) =>
  invoke(start, { email, password: testPassword }, stage.callAt(stage.placeOf('home')));

const staff = { email: 'staff@rowhouse.example', password: 'quiet-lantern-meadow-seven' };
let furnished: { stage: CredentialStage; token: string } | undefined;

/** One member of staff, who has an account of their address at every tenant as well. */
async function staffOf(stage: CredentialStage) {
  if (furnished?.stage !== stage) {
    furnished = { stage, token: newToken() };
    await insertStaff(stage.world.database.adminUrl, {
      ...{ email: staff.email, name: 'Staff' },
      passwordHash: await hashPassword(staff.password),
      tokenHash: hashToken(furnished.token),
    });
    const { home, sibling, stranger } = stage.tenants;
    for (const tenant of [home, sibling, stranger])
      await stage.world.member(tenant, 'admin', { email: staff.email });
  }
  return { ...staff, token: furnished.token };
}
