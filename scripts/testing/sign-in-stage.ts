import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { factorProcedures } from '@/lib/identity/factors/procedures';
import { givePasskey } from '@/lib/identity/passkeys/testing';
import { productPolicy } from '@/lib/identity/policy/policy';
import { securityProcedures } from '@/lib/identity/policy/procedures';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { sessionProcedures } from '@/lib/identity/session-procedures';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { codeOf } from '@/lib/identity/testing';
import { passkeyActs } from './passkey-acts';
import { pick } from './random-views';
import {
  codeFinishes,
  type FlowModel,
  owesSecond,
  type Person,
  setUpFinishes,
} from './sign-in-model';

type Random = () => number;

/** What one act came to: whether a session came, and what is wrong with that. */
interface Outcome {
  session: boolean;
  wrong: string | null;
}

export type SignInStage = Awaited<ReturnType<typeof openSignInStage>>;

interface Place {
  tenant: TestTenant;
  demands: boolean;
}

const { withTicket, withCode, setUp, confirmSetUp, resume } = signInProcedures.signIn;

/** Two tenants of one pool, the second of which asks for a second factor, and a third of another. */
export async function openSignInStage() {
  const world = await openWorld();
  let places: Place[] = [];
  let people: Person[] = [];
  let flows: FlowModel[] = [];
  let walk = 0;
  let caller = 0;
  const inside = new Map<Person, TestMember['call']>();
  const placeOf = (at: number) => places[at] ?? (places[0] as Place);
  // Of an address of its own, so that tries from one address are not what refuses them.
  const visitor = (at: number) => {
    caller += 1;
    const address = `10.0.${(caller >> 8) & 255}.${caller & 255}`;
    return webCall('rest', new Headers({ host: placeOf(at).tenant.host }), address);
  };
  const tokens = () => [...flows.map(({ token }) => token), newToken()];
  const flowOf = (token: string) => flows.find((flow) => flow.token === token);

  /** New tenants now and then, since each takes only so many tries a minute. */
  async function settle() {
    const first = await world.tenant();
    const strict = await world.tenant({ poolId: first.poolId });
    places = [
      { tenant: first, demands: false },
      { tenant: strict, demands: true },
      { tenant: await world.tenant(), demands: false },
    ];
    const admin = await world.member(strict, 'admin');
    const rules = { ...productPolicy, secondFactor: 'required' as const };
    await invoke(securityProcedures.security.change, rules, admin.call());
  }

  /** New people for each walk: one with an authenticator, one with a passkey, one with neither. */
  async function begin() {
    if (walk % 5 === 0) await settle();
    walk += 1;
    flows = [];
    people = [];
    for (const number of [0, 1, 2]) {
      const email = `walker-${walk}-${number}@example.com`;
      const member = await world.member(placeOf(0).tenant, 'basic', { email });
      const { userId, call } = member;
      const strict = await world.member(placeOf(1).tenant, 'basic', { email });
      const person: Person = {
        ...{ email, userId, secret: null, lastInterval: 0, begun: null },
        recoveryCodes: new Set(),
        keys: [],
        stale: false,
      };
      inside.set(person, strict.call);
      if (number === 0) {
        const { secret } = await invoke(factorProcedures.factors.begin, {}, call());
        const code = codeOf(secret);
        const done = await invoke(factorProcedures.factors.confirm, { code }, call());
        person.secret = secret;
        person.recoveryCodes = new Set(done.recoveryCodes);
        await forgetInterval(person);
      }
      if (number === 1) {
        const { device, recoveryCodes } = await givePasskey(member, placeOf(0).tenant, 5);
        person.keys = [{ device, place: 0, open: true }];
        person.recoveryCodes = new Set(recoveryCodes);
      }
      people.push(person);
    }
  }

  /** A first factor, proven by a link that was mailed for one tenant and is opened at one. */
  async function prove(random: Random): Promise<Outcome> {
    const person = pick(random, people) as Person;
    const meant = Math.floor(random() * 3);
    const at = random() < 0.7 ? meant : Math.floor(random() * 3);
    const ticket = random() < 0.85 ? await mail(person, meant) : newToken();
    const entered = await outcomeOf(() => invoke(withTicket, { ticket, nonce: null }, visitor(at)));
    const { demands } = placeOf(at);
    const right = ticket !== '' && meant === at && at !== 2 && known.has(ticket);
    if (entered && 'flow' in entered) {
      flows.push({ token: entered.flow, person, place: at, open: true });
      return said(false, right && owesSecond(person, demands) ? null : 'a flow that was not due');
    }
    if (!entered) return said(false, right ? 'a right link was refused' : null);
    if (!right || owesSecond(person, demands)) return said(true, 'a session by one factor');
    return await checked(entered.token, person, at);
  }

  const known = new Set<string>();
  async function mail({ userId }: Person, at: number): Promise<string> {
    const token = newToken();
    const { tenant } = placeOf(at);
    if (at === 2) return token;
    await world.database.query(
      `insert into control.one_time_tokens (id, purpose, pool_id, tenant_id, user_id, host, token_hash, expires_at)
       values (app.uuid7(), 'magic_link', $1, $2, $3, $4, $5, now() + interval '1 hour')`,
      [tenant.poolId, tenant.tenantId, userId, tenant.host, hashToken(token)],
    );
    known.add(token);
    return token;
  }

  /** A code of anybody's authenticator, or a recovery code, for anybody's flow, anywhere. */
  async function giveCode(random: Random): Promise<Outcome> {
    const token = pick(random, tokens()) as string;
    const flow = flowOf(token);
    const at = random() < 0.7 ? (flow?.place ?? 0) : Math.floor(random() * 3);
    const owner = random() < 0.7 && flow ? flow.person : (pick(random, people) as Person);
    const recovery =
      random() < 0.3 ? (pick(random, [...owner.recoveryCodes, 'aaaa-bbbb-cccc']) as string) : null;
    const steps = pick(random, [-1, 0, 1]) as number;
    const interval = intervalNow() + steps;
    const secret = owner.secret ?? owner.begun;
    const code = recovery ?? (secret ? codeOf(secret, steps) : '123456');
    const right = codeFinishes(flow, at, { secret, interval, recovery });
    const entered = await outcomeOf(() => invoke(withCode, { flow: token, code }, visitor(at)));
    if (entered && flow) {
      flow.open = false;
      if (recovery) flow.person.recoveryCodes.delete(recovery);
      else flow.person.lastInterval = interval;
    }
    if (!entered) return said(false, right ? 'a right code was refused' : null);
    if (!right || !flow) return said(true, 'a session by a wrong code');
    return await checked(entered.token, flow.person, at);
  }

  /** Whoever is inside and owes a second factor goes on, known by a proof of just now or of long ago. */
  async function goOn(random: Random): Promise<null> {
    const person = pick(random, people) as Person;
    person.stale = random() < 0.6;
    await world.database.query(
      `update control.sessions set proven_at = now() - make_interval(mins => $3)
       where user_id = $1 and tenant_id = $2`,
      [person.userId, placeOf(1).tenant.tenantId, person.stale ? 16 : 0],
    );
    const begun = await outcomeOf(() => invoke(resume, {}, inside.get(person)?.() ?? visitor(1)));
    if (begun) flows.push({ token: begun.flow, person, place: 1, open: true, resumed: true });
    return null;
  }

  /** The set-up that a strict tenant demands, begun. */
  async function beginSetUp(random: Random): Promise<null> {
    const token = pick(random, tokens()) as string;
    const flow = flowOf(token);
    const at = random() < 0.8 ? (flow?.place ?? 0) : Math.floor(random() * 3);
    const begun = await outcomeOf(() => invoke(setUp, { flow: token }, visitor(at)));
    if (begun && flow) flow.person.begun = begun.secret;
    return null;
  }

  /** A first code of it. */
  async function confirm(random: Random): Promise<Outcome> {
    const token = pick(random, tokens()) as string;
    const flow = flowOf(token);
    const at = random() < 0.8 ? (flow?.place ?? 0) : Math.floor(random() * 3);
    const owner = random() < 0.8 && flow ? flow.person : (pick(random, people) as Person);
    const secret = owner.begun;
    const code = secret ? codeOf(secret) : '123456';
    const interval = intervalNow();
    const right = setUpFinishes(flow, at, { demands: placeOf(at).demands, secret });
    const entered = await outcomeOf(() => invoke(confirmSetUp, { flow: token, code }, visitor(at)));
    if (entered && flow) {
      flow.open = false;
      Object.assign(flow.person, { secret, begun: null, lastInterval: interval });
      flow.person.recoveryCodes = new Set(entered.recoveryCodes);
    }
    if (!entered) return said(false, right ? 'a right set-up was refused' : null);
    if (!right || !flow) return said(true, 'a session by a wrong set-up');
    return await checked(entered.token, flow.person, at);
  }

  /** Limits of guesses are told elsewhere: here they would refuse what is right. */
  const forgetGuesses = () => world.database.query('delete from control.attempts');

  /** Time passes: codes may be given again, flows grow old. */
  async function change(random: Random): Promise<null> {
    await forgetInterval(pick(random, people) as Person);
    const flow = random() < 0.3 ? (pick(random, flows) as FlowModel | undefined) : undefined;
    if (!flow) return null;
    await world.database.query(
      'update control.sign_in_flows set expires_at = now() where token_hash = $1',
      [hashToken(flow.token)],
    );
    flow.open = false;
    return null;
  }

  /** No code of the person's counts as given any more. */
  async function forgetInterval(person: Person) {
    await world.database.query(
      'update control.second_factors set last_interval = 0 where user_id = $1',
      [person.userId],
    );
    person.lastInterval = 0;
  }

  /** A session is its person's, at its tenant, and opens no other. */
  async function checked(token: string, person: Person, at: number): Promise<Outcome> {
    for (const [number, { tenant }] of places.entries()) {
      const headers = new Headers({ host: tenant.host, cookie: `house.session=${token}` });
      const { user } = await invoke(
        sessionProcedures.session.get,
        {},
        webCall('rest', headers, '127.0.0.1'),
      );
      const expected = number === at ? person.userId : undefined;
      if (user?.id !== expected) return said(true, `the session shows ${user?.email} at ${number}`);
    }
    return said(true, null);
  }

  /** Codes that were made in one interval and judged in the next are judged by neither side. */
  const steady =
    (act: (random: Random) => Promise<Outcome>) =>
    async (random: Random): Promise<Outcome> => {
      const began = intervalNow();
      const outcome = await act(random);
      if (intervalNow() === began) return outcome;
      for (const person of people) {
        const [row] = await world.database.query<{ last: string }>(
          'select last_interval::text as last from control.second_factors where user_id = $1',
          [person.userId],
        );
        if (row) person.lastInterval = Number(row.last);
      }
      return { ...outcome, wrong: null };
    };

  const byPasskey = passkeyActs({
    people: () => people,
    flows: () => flows,
    hostOf: (at) => placeOf(at).tenant.host,
    ...{ visitor, outcomeOf, checked },
  });

  return {
    begin,
    forgetGuesses,
    enterByPasskey: byPasskey.enter,
    stepByPasskey: byPasskey.step,
    prove,
    giveCode: steady(giveCode),
    goOn,
    setUp: beginSetUp,
    confirm: steady(confirm),
    change,
    end: () => world.end(),
  };
}

const intervalNow = () => Math.floor(Date.now() / 30_000);

const said = (session: boolean, wrong: string | null): Outcome => ({ session, wrong });

/** What came of a try; null when it was refused. Anything but a refusal is a failure of the proof. */
async function outcomeOf<T>(attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt();
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
