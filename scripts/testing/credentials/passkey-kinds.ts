import { challengePurposes } from '@/db/schema/control';
import { invoke } from '@/lib/doors/callable';
import {
  assertBy,
  attest,
  type DeviceKey,
  givePasskey,
  newDeviceKey,
  putPasskey,
} from '@/lib/identity/passkeys/testing';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { leftBehind } from './claim-kinds';
import type { Door, Kind, Made } from './kind';
import { demandFrom } from './sign-in-kinds';
import type { CredentialStage, Person, Place } from './stage';

type Purpose = (typeof challengePurposes)[number];

const passkeyKind: Record<Purpose, Omit<Kind, 'name'>> = {
  sign_in: {
    cookies: ['passkeyCookie'],
    make: async (stage) => {
      const { device } = await withPasskey(stage);
      const { browser, options } = await invoke(
        signInProcedures.signIn.beginPasskey,
        {},
        stage.callAt(homeOf(stage)),
      );
      const assertion = answerOf(stage, device, options.challenge);
      const give: Door['give'] = async (place, instead = browser) =>
        await stage.ask('signIn.withPasskey', { browser: instead, assertion }, { place });
      return signed(browser, options.challenge, assertion.signature, {
        name: 'signIn.withPasskey',
        give,
      });
    },
  },
  second_factor: {
    make: async (stage) => {
      const { person, device } = await withPasskey(stage);
      const flow = await stage.flowAt(homeOf(stage), person);
      const begin: Door = {
        name: 'signIn.beginPasskeyStep',
        give: async (place, instead = flow) =>
          await stage.ask('signIn.beginPasskeyStep', { flow: instead }, { place }),
      };
      const { options } = (await begin.give(homeOf(stage))) as Begun;
      const assertion = answerOf(stage, device, options.challenge);
      // Elsewhere in an unfinished sign-in of their own there, and in the one from home.
      const give: Door['give'] = async (place, instead = flow) =>
        (await stage.ask('signIn.withPasskeyStep', { flow: instead, assertion }, { place })) ??
        (isHome(place)
          ? null
          : await stage.ask(
              'signIn.withPasskeyStep',
              { flow: await stage.flowAt(place, person), assertion },
              { place },
            ));
      const finish = { name: 'signIn.withPasskeyStep', give };
      const made = signed(flow, options.challenge, assertion.signature, finish);
      return { ...made, doors: [begin, finish] };
    },
  },
  proof: {
    make: (stage) =>
      inSession(stage, {
        begin: 'session.beginPasskeyProof',
        finish: 'session.proveByPasskey',
        input: ({ device, challenge }) => ({ assertion: answerOf(stage, device, challenge) }),
      }),
  },
  set_up: {
    make: async (stage) => {
      const person = await stage.person();
      await demandFrom(stage, person);
      const flow = await stage.flowAt(homeOf(stage), person);
      const begin: Door = {
        name: 'signIn.beginPasskeySetUp',
        give: async (place, instead = flow) =>
          await stage.ask('signIn.beginPasskeySetUp', { flow: instead }, { place }),
      };
      const { options } = (await begin.give(homeOf(stage))) as Begun;
      const { host } = stage.tenants.home;
      const key = newDeviceKey(person.home.userId);
      const attestation = attest(key, { host, challenge: options.challenge });
      const give: Door['give'] = async (place, instead = flow) =>
        await stage.ask(
          'signIn.withNewPasskey',
          { flow: instead, name: 'Key', attestation },
          { place },
        );
      const finish = { name: 'signIn.withNewPasskey', give };
      const made = signed(flow, options.challenge, attestation.clientDataJSON, finish);
      return { ...made, doors: [begin, finish] };
    },
  },
  claim: {
    family: 'claim',
    make: async (stage) => {
      const {
        claim = '',
        formerPoolId: poolId = '',
        formerUserId: userId = '',
      } = await leftBehind(stage, 'begun');
      const { host } = stage.tenants.home;
      const device = await putPasskey(stage.world, { poolId, userId, host });
      const begin: Door = {
        name: 'poolClaim.beginPasskey',
        give: async (place, instead = claim) =>
          await stage.ask('poolClaim.beginPasskey', { claim: instead }, { place }),
      };
      const { options } = (await begin.give(homeOf(stage))) as Begun;
      const assertion = answerOf(stage, device, options.challenge);
      const give: Door['give'] = async (place, instead = claim) =>
        await stage.ask('poolClaim.withPasskey', { claim: instead, assertion }, { place });
      const finish = { name: 'poolClaim.withPasskey', give };
      const made = signed(claim, options.challenge, assertion.signature, finish);
      return { ...made, doors: [begin, finish] };
    },
  },
  add: {
    make: (stage) =>
      inSession(stage, {
        begin: 'passkeys.begin',
        finish: 'passkeys.add',
        input: ({ person, challenge }) => {
          const { host } = stage.tenants.home;
          const made = newDeviceKey(person.home.userId);
          return { name: 'Key', attestation: attest(made, { host, challenge }) };
        },
      }),
  },
};

interface Begun {
  options: { challenge: string };
}

/** What a device is asked to sign, and what it signs. */
export const passkeyKinds: Kind[] = challengePurposes.map((purpose) => ({
  name: `passkey: ${purpose}`,
  keptIn: ['control.passkeys.credential_id', 'control.passkeys.public_key'],
  ...passkeyKind[purpose],
}));

const homeOf = (stage: CredentialStage) => stage.placeOf('home');
const isHome = ({ name }: Place) => name === 'home';

async function withPasskey(stage: CredentialStage) {
  const person = await stage.person();
  const { device } = await givePasskey(person.home, stage.tenants.home);
  await givePasskey(person.stranger, stage.tenants.stranger);
  return { person, device };
}

function answerOf(stage: CredentialStage, device: DeviceKey, challenge: string) {
  return assertBy(device, { host: stage.tenants.home.host, challenge });
}

interface Steps {
  begin: string;
  finish: string;
  input(about: { person: Person; device: DeviceKey; challenge: string }): Record<string, unknown>;
}

/** What is begun and finished in one session, tried elsewhere in a session of the person's own there. */
async function inSession(stage: CredentialStage, { begin, finish, input }: Steps): Promise<Made> {
  const { person, device } = await withPasskey(stage);
  await stage.signInEverywhere(person);
  const shown = { session: await stage.sessionAt(homeOf(stage), person) };
  const begun = (await stage.ask(begin, {}, { place: homeOf(stage), shown })) as Begun;
  const { challenge } = begun.options;
  const answer = input({ person, device, challenge });
  const give: Door['give'] = async (place, instead) => {
    const session = instead ?? (await stage.sessionAt(place, person));
    const own = await stage.ask(finish, answer, { place, shown: { session } });
    const bearer = { bearer: session };
    return own ?? (await stage.ask(finish, answer, { place, shown: bearer }));
  };
  const [key] = Object.values(answer).filter((value) => typeof value === 'object') as {
    clientDataJSON: string;
  }[];
  const door = { name: finish, give };
  // The session itself is a kind of its own.
  const besides = [shown.session, key?.clientDataJSON ?? ''];
  return { token: challenge, besides, doors: [door] };
}

/** The last is what a device signed or made. */
const signed = (token: string, challenge: string, proof: string, door: Door): Made => ({
  token,
  besides: [challenge, proof],
  doors: [door],
});
