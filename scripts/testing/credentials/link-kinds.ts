import { oneTimeTokens } from '@/db/schema/control';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { plantEmailDomain } from '@/lib/doors/matrix/email-domains';
import type { Ids } from '@/lib/doors/matrix/ids';
import { invitationProcedures } from '@/lib/identity/invitation-procedures';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { anyHost, type Door, type Kind } from './kind';
import type { CredentialStage } from './stage';

const { requestLink, requestReset, handOff } = signInProcedures.signIn;

type Purpose = (typeof oneTimeTokens.purpose.enumValues)[number];

/** Tickets are redeemed at one door, which takes each of them. */
const family = 'ticket';

const ticketKind: Record<Purpose, Omit<Kind, 'name'>> = {
  magic_link: {
    family,
    make: async (stage) => {
      const { email } = await stage.person();
      await invoke(requestLink, { email, returnPath: '/' }, visit(stage));
      const token = await stage.mailed(email);
      return { token, doors: [ticketDoor(stage, token)] };
    },
  },
  reset: {
    costly: true,
    make: async (stage) => {
      const { email } = await stage.person();
      await invoke(requestReset, { email }, visit(stage));
      const token = await stage.mailed(email);
      const password = 'orchid-ladder-quiet-harvest';
      const give: Door['give'] = async (place, instead = token) =>
        await stage.ask('signIn.resetPassword', { token: instead, password }, { place });
      return { token, doors: [{ name: 'signIn.resetPassword', give }] };
    },
  },
  hand_off: {
    family,
    cookies: ['nonceCookie'],
    make: async (stage) => {
      const { sibling } = await stage.person();
      const nonce = newToken();
      const wanted = {
        slug: stage.tenants.home.slug,
        nonceHash: hashToken(nonce),
        returnPath: '/',
      };
      const { url } = await invoke(handOff, wanted, sibling.call());
      const token = new URL(url).searchParams.get('ticket') ?? '';
      return { token, besides: [nonce], doors: [ticketDoor(stage, token, nonce)] };
    },
  },
  arrival: {
    family,
    make: async (stage) => {
      const { token: invitation } = await invited(stage);
      const { ticket: token } = await invoke(
        invitationProcedures.invitation.accept,
        { token: invitation, ...newcomer },
        visit(stage),
      );
      return { token, doors: [ticketDoor(stage, token)] };
    },
  },
};

/** What comes by mail or in an address, and is good once. */
export const linkKinds: Kind[] = [
  ...oneTimeTokens.purpose.enumValues.map((purpose) => ({
    name: `one-time token: ${purpose}`,
    ...ticketKind[purpose],
  })),
  {
    name: 'invitation',
    alsoAt: anyHost,
    make: async (stage) => {
      const { token } = await invited(stage);
      return { token, doors: tokenDoors(stage, 'invitation', token) };
    },
  },
  {
    name: 'join link',
    make: async (stage) => {
      const ids: Ids = { adminId: stage.admin.userId };
      guests += 1;
      await plantEmailDomain(stage.world, {
        ...{ tenant: stage.tenants.home, ids, canary: `joining-${guests}` },
      });
      const token = ids.joinToken ?? '';
      return { token, doors: tokenDoors(stage, 'joining', token) };
    },
  },
];

/** Two operations of a link: what is behind it, and its acceptance by somebody new. */
const tokenDoors = (stage: CredentialStage, group: string, token: string): Door[] =>
  Object.entries({ get: {}, accept: newcomer }).map(([verb, more]) => ({
    name: `${group}.${verb}`,
    give: async (place, instead = token) =>
      await stage.ask(`${group}.${verb}`, { token: instead, ...more }, { place }),
  }));

const newcomer = { name: 'New Comer', password: 'orchid-ladder-quiet-harvest' };

const visit = (stage: CredentialStage) => stage.callAt(stage.placeOf('home'));

const ticketDoor = (stage: CredentialStage, token: string, nonce: string | null = null): Door => ({
  name: 'signIn.withTicket',
  give: async (place, ticket = token) =>
    await stage.ask('signIn.withTicket', { ticket, nonce }, { place }),
});

let guests = 0;

async function invited(stage: CredentialStage) {
  guests += 1;
  const email = `invited-${guests}@example.com`;
  const people = [{ email, roleId: stage.tenants.home.roleIds.basic }];
  await invoke(peopleProcedures.invite, { people }, stage.admin.call());
  return { email, token: await stage.mailed(email) };
}
