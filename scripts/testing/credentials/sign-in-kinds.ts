import { invoke } from '@/lib/doors/callable';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { codeOf, giveAuthenticator } from '@/lib/identity/testing';
import { anyOfPool, type Door, type Kind } from './kind';
import type { CredentialStage, Person, Place } from './stage';

const { atProvider } = signInProcedures.signIn;

/** What stands between a first proof and a session, and proves it again later. */
export const signInKinds: Kind[] = [
  {
    name: 'unfinished sign-in',
    cookies: ['flowCookie'],
    make: async (stage) => {
      const person = await stage.person();
      const { secret } = await giveAuthenticator(person.home);
      const token = await stage.flowAt(homeOf(stage), person);
      const give: Door['give'] = async (place, flow = token) => {
        if (isHome(place)) await forgetInterval(stage, person);
        return await stage.ask('signIn.withCode', { flow, code: codeOf(secret) }, { place });
      };
      const look: Door['give'] = async (place, flow = token) =>
        await stage.ask('signIn.steps', { flow }, { place });
      return {
        token,
        doors: [
          { name: 'signIn.steps', give: look },
          { name: 'signIn.withCode', give },
        ],
      };
    },
  },
  {
    name: 'unfinished sign-in that owes a second factor',
    make: async (stage) => {
      const person = await stage.person();
      await demandFrom(stage, person);
      const token = await stage.flowAt(homeOf(stage), person);
      let secret = '';
      const begin: Door['give'] = async (place, flow = token) => {
        const begun = await stage.ask('signIn.setUp', { flow }, { place });
        if (begun) secret = (begun as { secret: string }).secret;
        return begun;
      };
      const give: Door['give'] = async (place, flow = token) =>
        await stage.ask(
          'signIn.confirmSetUp',
          { flow, code: secret ? codeOf(secret) : '000000' },
          { place },
        );
      return {
        token,
        doors: [
          { name: 'signIn.setUp', give: begin },
          { name: 'signIn.confirmSetUp', give },
        ],
      };
    },
  },
  ...(['code of an authenticator', 'recovery code'] as const).map(
    (name): Kind => ({
      name,
      alsoAt: anyOfPool,
      family: 'code',
      keptIn: ['control.second_factors.secret', 'control.recovery_codes.code_hash'],
      signedWith: ['recovery'],
      make: async (stage) => {
        const person = await stage.person();
        const { secret, recoveryCodes } = await giveAuthenticator(person.home);
        await giveAuthenticator(person.stranger);
        const [code = ''] = recoveryCodes;
        const now = () => {
          const shown = name === 'recovery code' ? code : codeOf(secret);
          // Another one each half minute.
          stage.secrets.add(shown);
          return shown;
        };
        const { email } = person;
        const inFlow: Door['give'] = async (place, instead = now()) => {
          if (isHome(place)) await forgetInterval(stage, person);
          const flow = await stage.flowAt(place, person);
          return await stage.ask('signIn.withCode', { flow, code: instead }, { place });
        };
        const atStart: Door['give'] = async (place, otp = now()) => {
          if (isHome(place)) await forgetInterval(stage, person);
          return await stage.ask(
            'session.start',
            { email, password: 'correct-battery-horse', otp },
            { place },
          );
        };
        return {
          token: now(),
          doors: [
            ...(name === 'recovery code' ? [] : [{ name: 'session.start', give: atStart }]),
            { name: 'signIn.withCode', give: inFlow },
          ],
        };
      },
    }),
  ),
  {
    name: 'request to an identity provider',
    cookies: ['providerCookie'],
    make: async (stage) => {
      const begun = await invoke(atProvider, { returnPath: '/' }, stage.callAt(homeOf(stage)));
      if ('refused' in begun) throw new Error(`The provider refused: ${begun.refused}.`);
      const query = stage.provider.visit(begun.url);
      const state = new URLSearchParams(query).get('state') ?? '';
      // The nonce of this request, which later ones at the same provider must not replace.
      const { searchParams } = new URL(begun.url);
      const claims = { nonce: searchParams.get('nonce'), sub: 'guest', email: 'guest@example.com' };
      stage.secrets.add(query);
      const give: Door['give'] = async (place, browser = begun.browser) => {
        stage.provider.play({ claims });
        return await stage.ask('signIn.fromProvider', { query, browser }, { place });
      };
      return {
        token: begun.browser,
        besides: [state],
        doors: [{ name: 'signIn.fromProvider', give }],
      };
    },
  },
  {
    name: 'address that an identity provider vouched for',
    make: async (stage) => {
      const { email } = await stage.person();
      const begun = await invoke(atProvider, { returnPath: '/' }, stage.callAt(homeOf(stage)));
      if ('refused' in begun) throw new Error(`The provider refused: ${begun.refused}.`);
      const query = stage.provider.visit(begun.url);
      stage.provider.play({ claims: { sub: email, email } });
      const browser = begun.browser;
      await stage.ask('signIn.fromProvider', { query, browser }, { place: homeOf(stage) });
      const token = await stage.mailed(email);
      const look: Door['give'] = async (place, instead = browser) =>
        await stage.ask('signIn.arrival', { browser: instead }, { place });
      const give: Door['give'] = async (place, instead = token) =>
        await stage.ask('signIn.confirmArrival', { browser, token: instead }, { place });
      return {
        token,
        besides: [browser],
        doors: [
          { name: 'signIn.arrival', give: look },
          { name: 'signIn.confirmArrival', give },
        ],
      };
    },
  },
];

const homeOf = (stage: CredentialStage) => stage.placeOf('home');
const isHome = ({ name }: Place) => name === 'home';

/** No code of the person's counts as given any more. */
const forgetInterval = ({ world }: CredentialStage, { home }: Person) =>
  world.database.query('update control.second_factors set last_interval = 0 where user_id = $1', [
    home.userId,
  ]);

/** Everywhere a second factor is asked of a role that only this person has. */
/** Has every tenant of a person ask them for a second factor. */
export async function demandFrom({ world, tenants }: CredentialStage, person: Person) {
  for (const tenant of [tenants.home, tenants.sibling, tenants.stranger]) {
    const { userId } =
      tenant === tenants.stranger
        ? person.stranger
        : tenant === tenants.home
          ? person.home
          : person.sibling;
    await world.database.query(
      `update control.membership_roles set role_id = $2 where tenant_id = $1 and membership_id =
         (select id from control.memberships where tenant_id = $1 and user_id = $3)`,
      [tenant.tenantId, tenant.roleIds.company, userId],
    );
    await world.database.query(
      `insert into control.security_policies (tenant_id, id, second_factor, second_factor_from, second_factor_roles)
       values ($1, app.uuid7(), 'required', now() - interval '1 day', '{company}') on conflict do nothing`,
      [tenant.tenantId],
    );
    await world.database.query(
      `update control.memberships set joined_at = now() - interval '1 day' where tenant_id = $1 and user_id = $2`,
      [tenant.tenantId, userId],
    );
  }
}
