import { insertStaff } from '@/db/installation';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { type Callable, invoke } from '@/lib/doors/callable';
import { proceduresByName } from '@/lib/doors/job';
import { plantEmailDomain } from '@/lib/doors/matrix/email-domains';
import type { Ids } from '@/lib/doors/matrix/ids';
import { plantClaim, plantPoolJoin } from '@/lib/doors/matrix/pool-joins';
import { openWorld, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { sessionCookie } from '@/lib/identity/cookies';
import { startHostileProvider } from '@/lib/identity/oidc/testing/hostile-provider';
import { setProvider } from '@/lib/identity/oidc/testing/stage';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import {
  codeOf,
  giveAuthenticator,
  givePassword,
  mailsTo,
  runJobs,
  testPassword,
  tokenIn,
} from '@/lib/identity/testing';

/** A field in which a standing secret of somebody is guessed. */
export interface GuessDoor {
  /** `operation.field`. */
  field: string;
  tenant: TestTenant | null;
  /** The rest of the input, as somebody who knows all but the secret gives it. */
  input(): Promise<Record<string, unknown>>;
  session?: string;
}

export interface Guessed {
  name: string;
  doors: GuessDoor[];
  /** Wrong, by the number of the guess. */
  wrong(at: number): string;
  right(): string;
}

/** `evaluated` whenever the answer was not that there were too many. */
export type GuessOutcome = 'evaluated' | 'right' | 'too many tries' | 'too many requests';

/** Fields of a name that a guess could go into, where none of a standing secret does, and why. */
export const noGuess: Record<string, string> = {
  'signIn.resetPassword.password': 'a new password',
  'signIn.confirmSetUp.code': 'of a secret that this sign-in was just shown',
  'poolClaim.finish.password': 'a new password',
  'factors.confirm.code': 'of a secret that this session was just shown',
};

const staff = { email: 'staff@rowhouse.example', password: 'quiet-lantern-meadow-seven' };

export type GuessStage = Awaited<ReturnType<typeof openGuessStage>>;

/** Two tenants of a pool, and all doors at which a password or a code of one account can be guessed. */
export async function openGuessStage() {
  const world = await openWorld();
  const home = await world.tenant();
  const sibling = await world.tenant({ poolId: home.poolId });
  const third = await world.tenant({ poolId: home.poolId });
  const provider = await startHostileProvider();
  let calls = 0;

  /** Every call from elsewhere, by the address we trust and by all that a client may say of itself. */
  function callAt(tenant: TestTenant | null, session?: string) {
    calls += 1;
    const [a, b] = [(calls >> 8) & 255, calls & 255];
    const posed = `203.${a}.${b}.7`;
    const headers = new Headers({
      host: tenant?.host ?? 'console.rowhouse.localhost',
      'x-forwarded-for': posed,
      'x-real-ip': posed,
      forwarded: `for=${posed}`,
      'cf-connecting-ip': posed,
      'true-client-ip': posed,
      'x-client-ip': posed,
      'user-agent': `agent ${calls}`,
      'accept-language': calls % 2 ? 'ko' : 'en',
      ...(session && { cookie: `${sessionCookie()}=${session}` }),
    });
    const address = calls % 2 ? `10.${a}.${b}.9` : `2001:db8:${calls.toString(16)}::1`;
    return webCall(calls % 3 ? 'rest' : 'action', headers, address);
  }

  async function guess({ field, ...door }: GuessDoor, value: string): Promise<GuessOutcome> {
    const at = field.lastIndexOf('.');
    const procedure = proceduresByName.get(field.slice(0, at)) as Callable<never, never>;
    const input = { ...(await door.input()), [field.slice(at + 1)]: value };
    try {
      await invoke(procedure, input as never, callAt(door.tenant, door.session));
      return 'right';
    } catch (error) {
      if (!isAppError(error)) throw error;
      if (error.code !== 'limit') return 'evaluated';
      return /requests/.test(error.message) ? 'too many requests' : 'too many tries';
    }
  }

  let people = 0;
  const person = async (role: 'admin' | 'basic' = 'basic') => {
    people += 1;
    const email = `guessed-${people}@example.com`;
    const [atHome, atSibling] = [
      await world.member(home, role, { email }),
      await world.member(sibling, role, { email }),
    ];
    await givePassword(world, home, atHome.userId);
    return { email, home: atHome, sibling: atSibling };
  };
  type Person = Awaited<ReturnType<typeof person>>;

  let spelled = 0;
  /** One address as people and guessers may spell it. */
  function spell(email: string): string {
    spelled += 1;
    const wide = email.replace(/^g/, 'ｇ');
    return [email, email.toUpperCase(), ` ${email} `, wide][spelled % 4] ?? email;
  }

  /** An invitation of an address that has an account in the pool, into the tenant where it is none. */
  async function invitationFor(email: string) {
    const admin = await world.member(third, 'admin');
    const asked = { people: [{ email, roleId: third.roleIds.basic }] };
    await invoke(peopleProcedures.invite, asked, admin.call());
    await runJobs(world);
    return tokenIn((await mailsTo(world, email))[0]?.text ?? '');
  }

  /** A link by which an address that has an account in the pool may join the tenant where it is none. */
  async function joinLinkFor(email: string) {
    const admin = await world.member(third, 'admin');
    const ids: Ids = { adminId: admin.userId };
    await plantEmailDomain(world, { tenant: third, ids, canary: `joining-${people}` });
    await world.database.query(
      'update control.join_requests set email = $1, email_key = $1 where token_hash = $2',
      [email, hashToken(ids.joinToken ?? '')],
    );
    return ids.joinToken;
  }

  let joining: Promise<Ids> | undefined;
  async function join(): Promise<Ids> {
    const ids = { adminId: (await world.member(home, 'admin')).userId };
    await plantPoolJoin(world, { tenant: home, ids, canary: 'joining' }, { join: 'running' });
    return ids;
  }
  /** A browser in which somebody comes over to an account of the pool. */
  async function claimAs(email: string, state: 'half' | 'mailed' = 'half') {
    joining ??= join();
    const ids = { ...(await joining) };
    await plantClaim(world, { tenant: home, ids }, state, email);
    return { claim: ids.claim ?? '', link: ids.link ?? '' };
  }

  const places = (who: Person): [TestTenant, TestMember][] => [
    [home, who.home],
    [sibling, who.sibling],
  ];

  async function passwordOfAccount(): Promise<Guessed> {
    const who = await person();
    const token = await invitationFor(who.email);
    const joinToken = await joinLinkFor(who.email);
    const newPassword = 'orchid-ladder-quiet-harvest';
    const doors = places(who).flatMap(([tenant, member]): GuessDoor[] => [
      ...['session.start.password', 'signIn.withPassword.password'].map((field) => ({
        ...{ field, tenant },
        input: async () => ({ email: spell(who.email) }),
      })),
      { field: 'session.prove.proof', tenant, session: member.token, input: async () => ({}) },
      {
        ...{ field: 'account.changePassword.currentPassword', tenant, session: member.token },
        input: async () => ({ newPassword }),
      },
    ]);
    const name = 'New Comer';
    doors.push(
      {
        ...{ field: 'invitation.accept.password', tenant: third },
        input: async () => ({ token, name }),
      },
      {
        ...{ field: 'joining.accept.password', tenant: third },
        input: async () => ({ token: joinToken, name }),
      },
      {
        ...{ field: 'poolClaim.withPassword.password', tenant: home },
        input: async () => {
          const { claim } = await claimAs(who.email);
          return { claim, side: 'new', email: spell(who.email) };
        },
      },
    );
    const wrong = (at: number) => `wrong-password-number-${at}`;
    return { name: 'password of an account', doors, wrong, right: () => testPassword };
  }

  async function codeOfAccount(): Promise<Guessed> {
    const who = await person();
    const { secret } = await giveAuthenticator(who.home);
    const { email } = who;
    const password = testPassword;
    const boss = await world.member(home, 'admin');
    const { issuer } = provider;
    await setProvider(boss, { issuer, defaultRoleId: home.roleIds.basic });
    const arrival = await plantArrival(email);
    const doors = places(who).flatMap(([tenant, member]): GuessDoor[] => [
      {
        ...{ field: 'signIn.withCode.code', tenant },
        input: async () => ({ flow: await flowAt(tenant, member) }),
      },
      {
        ...{ field: 'session.start.otp', tenant },
        input: async () => ({ email, password }),
      },
      { field: 'session.prove.proof', tenant, session: member.token, input: async () => ({}) },
    ]);
    doors.push(
      {
        ...{ field: 'signIn.confirmArrival.code', tenant: home },
        input: async () => arrival,
      },
      {
        ...{ field: 'poolClaim.withPassword.code', tenant: home },
        input: async () => {
          const { claim } = await claimAs(email);
          return { claim, side: 'new', email, password };
        },
      },
      {
        ...{ field: 'poolClaim.withLink.code', tenant: home },
        input: () => claimAs(email, 'mailed'),
      },
    );
    const right = () => codeOf(secret);
    const wrong = (at: number) => {
      const code = String((Number(right()) + 500_000 + at) % 1_000_000).padStart(6, '0');
      return at % 3 ? code : `aaaa-bbbb-${String(at).padStart(4, '0')}`;
    };
    return { name: 'second factor of an account', doors, wrong, right };
  }

  async function flowAt({ tenantId, poolId, host }: TestTenant, { userId }: TestMember) {
    const flow = newToken();
    await world.database.query(
      `insert into control.sign_in_flows (id, pool_id, tenant_id, user_id, host, method, token_hash, expires_at)
       values (app.uuid7(), $1, $2, $3, $4, 'password', $5, now() + interval '1 hour')`,
      [poolId, tenantId, userId, host, hashToken(flow)],
    );
    return flow;
  }

  /** Somebody whom the provider vouched for, and who has read the mail to the address. */
  async function plantArrival(email: string) {
    const [browser, token] = [newToken(), newToken()];
    await world.database.query(
      `insert into control.provider_arrivals (tenant_id, id, host, browser_hash, mail_hash, issuer,
         subject, email, name, groups, return_path, expires_at)
       values ($1, app.uuid7(), $2, $3, $4, $5, $6, $7, 'Somebody', '{}', '/', now() + interval '1 hour')`,
      [
        ...[home.tenantId, home.host, hashToken(browser), hashToken(token)],
        ...[provider.issuer, newToken(), email],
      ],
    );
    return { browser, token };
  }

  async function passwordOfStaff(): Promise<Guessed> {
    const passwordHash = await hashPassword(staff.password);
    await insertStaff(world.database.adminUrl, {
      ...{ email: staff.email, name: 'Staff', passwordHash, tokenHash: hashToken(newToken()) },
    });
    const door = { field: 'staff.signIn.password', tenant: null };
    const doors = [{ ...door, input: async () => ({ email: staff.email }) }];
    const wrong = (at: number) => `wrong-password-number-${at}`;
    return { name: 'password of staff', doors, wrong, right: () => staff.password };
  }

  return {
    guessed: [passwordOfAccount, codeOfAccount, passwordOfStaff],
    guess,
    /** Somebody else, whom the guesses at others must not keep out. */
    async bystander() {
      const { email } = await person();
      const input = async () => ({ email });
      return await guess({ field: 'session.start.password', tenant: home, input }, testPassword);
    },
    /** As after a quarter of an hour. */
    letTimePass: () =>
      world.database.query(`update control.attempts set resets_at = now() - interval '1 second'`),
    end: async () => {
      await provider.end();
      await world.end();
    },
  };
}
