import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import type { TestTenant } from '@/lib/doors/testing';
import type { Assertion } from '@/lib/identity/passkeys/shapes';
import { assertBy, newDeviceKey } from '@/lib/identity/passkeys/testing';
import { newToken } from '@/lib/identity/secrets';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { pick } from './random-views';
import {
  type FlowModel,
  type Lie,
  type PasskeyModel,
  type Person,
  passkeyFinishes,
  passkeyOpens,
} from './sign-in-model';

const { beginPasskey, withPasskey, beginPasskeyStep, withPasskeyStep } = signInProcedures.signIn;

type Random = () => number;

interface Outcome {
  session: boolean;
  wrong: string | null;
}

/** What the walks know that passkeys are given in. */
interface Stage {
  people(): Person[];
  flows(): FlowModel[];
  hostOf(at: number): TestTenant['host'];
  visitor(at: number): DoorCall;
  outcomeOf<T>(attempt: () => Promise<T>): Promise<T | null>;
  checked(token: string, person: Person, at: number): Promise<Outcome>;
}

const lies: Lie[] = ['origin', 'host', 'unverified', 'forged', 'replayed', 'back'];

/** Right and wrong answers of devices, to what was asked and to what was not, anywhere. */
export function passkeyActs(stage: Stage) {
  const answers: Assertion[] = [];
  const strange: PasskeyModel = { ...newKey('nobody'), place: 0, open: false };

  /** Signs for a challenge, rightly or with a lie. */
  function answer(random: Random, key: PasskeyModel, { at, challenge, lie }: Asked): Assertion {
    if (lie === 'replayed' && answers.length > 0) return pick(random, answers) as Assertion;
    const host = stage.hostOf(at);
    const { device } = key;
    const forger = { ...newKey('nobody').device, credentialId: device.credentialId };
    const given = assertBy(lie === 'forged' ? forger : device, {
      ...{ host, challenge },
      ...((lie === 'origin' || lie === 'replayed') && { origin: 'https://evil.example' }),
      ...(lie === 'host' && { rpId: 'evil.example' }),
      ...(lie === 'unverified' && { verified: false }),
      ...(lie === 'back' && { counter: 1 }),
      ...(lie === 'forged' && { userHandle: device.userHandle }),
    });
    answers.push(given);
    return given;
  }

  const anyKey = (random: Random) =>
    pick(random, [...stage.people().flatMap(({ keys }) => keys), strange]) as PasskeyModel;

  const ownerOf = (key: PasskeyModel) => stage.people().find(({ keys }) => keys.includes(key));

  const anyLie = (random: Random) => (random() < 0.45 ? (pick(random, lies) as Lie) : null);

  /** A sign-in by a passkey alone. */
  async function enter(random: Random): Promise<Outcome> {
    const key = anyKey(random);
    const [begunAt, signedAt] = [somewhere(random, key.place), somewhere(random, key.place)];
    const at = somewhere(random, begunAt);
    const lie = anyLie(random);
    const begun = await invoke(beginPasskey, {}, stage.visitor(begunAt));
    const { challenge } = begun.options;
    const assertion = answer(random, key, { at: signedAt, challenge, lie });
    const browser = random() < 0.9 ? begun.browser : newToken();
    const right =
      begunAt === at && signedAt === at && browser === begun.browser && passkeyOpens(key, at, lie);
    const input = { browser, assertion };
    const entered = await stage.outcomeOf(() => invoke(withPasskey, input, stage.visitor(at)));
    // A copy is found out wherever its answer would have been right but for the counter.
    const known = begunAt === at && signedAt === at && browser === begun.browser;
    if (lie === 'back' && known && key.place === at) key.open = false;
    return await judged(entered, { right, person: ownerOf(key), at });
  }

  /** A passkey as the second proof of anybody's flow, anywhere. */
  async function step(random: Random): Promise<Outcome> {
    const flow = pick(random, [...stage.flows(), undefined]) as FlowModel | undefined;
    const token = flow?.token ?? newToken();
    const own = random() < 0.75 ? flow?.person.keys[0] : undefined;
    const key = own ?? anyKey(random);
    const at = somewhere(random, flow?.place ?? 0);
    const begun = await stage.outcomeOf(() =>
      invoke(beginPasskeyStep, { flow: token }, stage.visitor(at)),
    );
    const lie = anyLie(random);
    const challenge = begun?.options.challenge ?? newToken();
    const assertion = answer(random, key, { at, challenge, lie });
    const right = begun !== null && passkeyFinishes(flow, at, { key, lie });
    const input = { flow: token, assertion };
    const entered = await stage.outcomeOf(() => invoke(withPasskeyStep, input, stage.visitor(at)));
    if (lie === 'back' && begun && passkeyFinishes(flow, at, { key, lie: null })) key.open = false;
    if (entered && flow) flow.open = false;
    return await judged(entered, { right, person: flow?.person, at });
  }

  async function judged(
    entered: object | null,
    { right, person, at }: { right: boolean; person: Person | undefined; at: number },
  ): Promise<Outcome> {
    if (!entered) return { session: false, wrong: right ? 'a right passkey was refused' : null };
    if (!right || !person || !('token' in entered)) {
      return { session: true, wrong: 'a session by a wrong passkey' };
    }
    return await stage.checked(String(entered.token), person, at);
  }

  return { enter, step };
}

interface Asked {
  at: number;
  challenge: string;
  lie: Lie | null;
}

const somewhere = (random: Random, likely: number) =>
  random() < 0.85 ? likely : Math.floor(random() * 3);

/** A key whose device counts. */
const newKey = (userId: string) => ({ device: newDeviceKey(userId, 5) });
