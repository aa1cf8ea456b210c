import { v7 as uuidv7 } from 'uuid';
import type { DoorCall } from '@/lib/doors/call';
import { type Callable, invoke } from '@/lib/doors/callable';
import { proceduresByName } from '@/lib/doors/job';
import { openWorld, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { sessionCookie, staffCookie } from '@/lib/identity/cookies';
import { startHostileProvider } from '@/lib/identity/oidc/testing/hostile-provider';
import { setProvider } from '@/lib/identity/oidc/testing/stage';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { givePassword, mailsTo, runJobs, tokenIn } from '@/lib/identity/testing';

/** Where credentials are shown: three tenants, two of which share a pool, and the platform's own hosts. */
export type PlaceName =
  | 'home'
  | 'home, other host'
  | 'home, API host'
  | 'sibling'
  | 'sibling, API host'
  | 'stranger'
  | 'stranger, API host'
  | 'site'
  | 'console';

export interface Place {
  name: PlaceName;
  /** None on the platform's own hosts. */
  tenant: TestTenant | null;
  headers: Record<string, string>;
}

/** The same address at all three tenants: one account at home and at the sibling, another elsewhere. */
export interface Person {
  email: string;
  home: TestMember;
  sibling: TestMember;
  stranger: TestMember;
}

/** What is shown besides the input, as headers. */
export interface Shown {
  session?: string;
  staff?: string;
  bearer?: string;
}

export type CredentialStage = Awaited<ReturnType<typeof openCredentialStage>>;

const api = 'api.rowhouse.localhost';

/** Three tenants with people who are the same everywhere, and a way to show anything at any place. */
export async function openCredentialStage() {
  const world = await openWorld();
  const home = await world.tenant();
  const sibling = await world.tenant({ poolId: home.poolId });
  const stranger = await world.tenant();
  const otherHost = `people.${home.slug}.example`;
  await world.database.query(
    `with made as (insert into control.domains (tenant_id, id, host, state, proof)
       values ($1, app.uuid7(), $2, 'live', '') returning host, tenant_id)
     insert into control.hosts (host, tenant_id) select host, tenant_id from made`,
    [home.tenantId, otherHost],
  );
  const places = placesOf({ home, sibling, stranger }, otherHost);
  const otherPassword = await hashPassword('a-gravel-path-behind-the-mill');
  let people = 0;
  let callers = 0;
  /** Fields that were shown a secret, as `operation.field`. */
  const shownTo = new Set<string>();
  const secrets = new Set<string>();

  /** Somebody of every tenant, with the test password at home and another one elsewhere. */
  async function person(role: 'admin' | 'basic' = 'basic'): Promise<Person> {
    people += 1;
    const email = `person-${people}@example.com`;
    const [atHome, atSibling, atStranger] = [
      await world.member(home, role, { email }),
      await world.member(sibling, role, { email }),
      await world.member(stranger, role, { email }),
    ];
    await givePassword(world, home, atHome.userId);
    await world.database.query(
      `insert into control.credentials (id, pool_id, user_id, kind, secret)
       values (app.uuid7(), $1, $2, 'password', $3)`,
      [stranger.poolId, atStranger.userId, otherPassword],
    );
    return { email, home: atHome, sibling: atSibling, stranger: atStranger };
  }

  function callAt({ headers }: Place, { session, staff, bearer }: Shown = {}): DoorCall {
    callers += 1;
    const cookies = [
      ...(session ? [`${sessionCookie()}=${session}`] : []),
      ...(staff ? [`${staffCookie()}=${staff}`] : []),
    ];
    const given = new Headers({
      ...headers,
      ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    });
    // Of an address of its own, so that no limit of tries is what refuses.
    return webCall('rest', given, `10.2.${(callers >> 8) & 255}.${callers & 255}`);
  }

  /** What an operation answers; null when it refuses. Throws where it was not asked at all. */
  async function ask(
    operation: string,
    input: Record<string, unknown>,
    { place, shown }: { place: Place; shown?: Shown },
  ): Promise<unknown> {
    for (const [field, value] of Object.entries(input)) {
      if (isSecret(value)) shownTo.add(`${operation}.${field}`);
    }
    const procedure = proceduresByName.get(operation) as Callable<never, never> | undefined;
    if (!procedure) throw new Error(`There is no operation ${operation}.`);
    try {
      const answer = (await invoke(procedure, input as never, callAt(place, shown))) as unknown;
      return isRefusal(answer) ? null : answer;
    } catch (error) {
      if (!isAppError(error) || error.code === 'limit') throw error;
      return null;
    }
  }

  const isSecret = (value: unknown): boolean =>
    typeof value === 'string'
      ? secrets.has(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(isSecret);

  const sessions = new Map<string, Promise<string>>();

  /** The session of somebody's own at a place, as if they had signed in there. */
  function sessionAt(place: Place, who: Person): Promise<string> {
    const key = `${place.name} ${who.email}`;
    const known = sessions.get(key) ?? openSessionAt(place, who);
    sessions.set(key, known);
    return known;
  }

  /** Has somebody signed in everywhere, before anybody looks what changes. */
  async function signInEverywhere(who: Person) {
    for (const place of places) await sessionAt(place, who);
  }

  async function openSessionAt({ tenant, headers }: Place, who: Person): Promise<string> {
    if (!tenant) return newToken();
    const { userId } = memberAt(tenant, who);
    const [token, loginId] = [newToken(), uuidv7()];
    await world.database.query(
      `with made as (insert into control.logins (id, pool_id, user_id, method)
         values ($1, $2, $3, 'test') returning id)
       insert into control.sessions (pool_id, id, login_id, user_id, tenant_id, host, token_hash,
         idle_seconds, expires_at)
       select $2, app.uuid7(), id, $3, $4, $5, $6, 3600, now() + interval '1 day' from made`,
      [loginId, tenant.poolId, userId, tenant.tenantId, headers.host, hashToken(token)],
    );
    return token;
  }

  /** An unfinished sign-in of somebody's own at a place, which waits for a second proof. */
  async function flowAt({ tenant, headers }: Place, who: Person): Promise<string> {
    const token = newToken();
    if (!tenant) return token;
    await world.database.query(
      `insert into control.sign_in_flows (id, pool_id, tenant_id, user_id, host, method, token_hash, expires_at)
       values (app.uuid7(), $1, $2, $3, $4, 'password', $5, now() + interval '1 hour')`,
      [
        ...[tenant.poolId, tenant.tenantId, memberAt(tenant, who).userId, headers.host],
        hashToken(token),
      ],
    );
    return token;
  }

  const memberAt = (tenant: TestTenant, who: Person): TestMember =>
    tenant === home ? who.home : tenant === sibling ? who.sibling : who.stranger;

  /** The token in the newest mail to an address, once everything that waits has been sent. */
  async function mailed(email: string): Promise<string> {
    await runJobs(world);
    return tokenIn((await mailsTo(world, email))[0]?.text ?? '');
  }

  const boss = { home: await world.member(home, 'admin'), others: [] as TestMember[] };
  for (const tenant of [sibling, stranger]) boss.others.push(await world.member(tenant, 'admin'));

  /** One provider that all three tenants name, with the same client. */
  async function furnishProvider() {
    const provider = await startHostileProvider();
    const draft = { issuer: provider.issuer, joins: true };
    for (const [admin, { roleIds }] of [
      [boss.home, home],
      [boss.others[0], sibling],
      [boss.others[1], stranger],
    ] as [TestMember, TestTenant][]) {
      await setProvider(admin, { ...draft, defaultRoleId: roleIds.basic });
    }
    return provider;
  }

  return {
    world,
    tenants: { home, sibling, stranger },
    places,
    placeOf: (name: PlaceName) => places.find((one) => one.name === name) as Place,
    admin: boss.home,
    provider: await furnishProvider(),
    ...{ person, ask, callAt, sessionAt, signInEverywhere, flowAt, mailed, secrets, shownTo },
    forgetGuesses: () => world.database.query('delete from control.attempts'),
    end: () => world.end(),
  };
}

/** Answers that say no without an error: nobody is signed in, or the provider's word was not taken. */
const isRefusal = (answer: unknown) =>
  typeof answer === 'object' &&
  answer !== null &&
  (('user' in answer && answer.user === null) || 'refused' in answer);

function placesOf(
  { home, sibling, stranger }: Record<'home' | 'sibling' | 'stranger', TestTenant>,
  otherHost: string,
): Place[] {
  const at = (name: PlaceName, tenant: TestTenant | null, host: string, more = {}): Place => ({
    ...{ name, tenant },
    headers: { host, 'user-agent': 'test', ...more },
  });
  const overApi = (name: PlaceName, tenant: TestTenant) =>
    at(name, tenant, api, { 'x-tenant': tenant.slug });
  return [
    at('home', home, home.host),
    at('home, other host', home, otherHost),
    overApi('home, API host', home),
    at('sibling', sibling, sibling.host),
    overApi('sibling, API host', sibling),
    at('stranger', stranger, stranger.host),
    overApi('stranger, API host', stranger),
    at('site', null, 'rowhouse.localhost'),
    at('console', null, 'console.rowhouse.localhost'),
  ];
}
