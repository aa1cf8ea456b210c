import type { Ids } from '@/lib/doors/matrix/ids';
import { plantClaim, plantLeftBehind, plantPoolJoin } from '@/lib/doors/matrix/pool-joins';
import { testPassword } from '@/lib/identity/testing';
import type { Door, Kind } from './kind';
import type { CredentialStage } from './stage';

/** What proves two accounts of different pools in one browser. */
export const claimKinds: Kind[] = [
  {
    name: 'claim of a former account',
    family: 'claim',
    cookies: ['claimCookie'],
    costly: true,
    make: async (stage) => {
      const ids = await leftBehind(stage, 'proven');
      const token = ids.claim ?? '';
      const email = ids.formerEmail ?? '';
      const password = 'orchid-ladder-quiet-harvest';
      return {
        token,
        doors: [
          door(stage, 'get', {}, token),
          door(stage, 'requestLink', { side: 'new', email }, token),
          door(stage, 'withPassword', { side: 'former', email, password: testPassword }, token),
          door(stage, 'finish', { name: 'New Comer', password }, token),
        ],
      };
    },
  },
  {
    name: 'claim that is forgotten',
    family: 'claim',
    make: async (stage) => {
      const ids = await leftBehind(stage, 'proven');
      const token = ids.claim ?? '';
      return { token, doors: [door(stage, 'forget', {}, token)] };
    },
  },
  {
    name: 'link of a claim',
    // Gone from there once it was followed.
    keptIn: ['control.pool_claims.mail_hash'],
    make: async (stage) => {
      const ids = await leftBehind(stage, 'mailed');
      const [token, claim] = [ids.link ?? '', ids.claim ?? ''];
      const give =
        (verb: string): Door['give'] =>
        async (place, link = token) =>
          await stage.ask(`poolClaim.${verb}`, { claim, link }, { place });
      const doors = ['get', 'withLink'].map((verb) => ({
        name: `poolClaim.${verb}, link`,
        give: give(verb),
      }));
      return { token, besides: [claim], doors };
    },
  },
];

function door(
  stage: CredentialStage,
  verb: string,
  more: Record<string, unknown>,
  token: string,
): Door {
  return {
    name: `poolClaim.${verb}`,
    give: async (place, claim = token) =>
      await stage.ask(`poolClaim.${verb}`, { claim, ...more }, { place }),
  };
}

const joins = new WeakMap<CredentialStage, Promise<Ids>>();

async function join({ world, tenants, admin }: CredentialStage): Promise<Ids> {
  const ids: Ids = { adminId: admin.userId };
  const house = { tenant: tenants.home, ids, canary: 'joining' };
  await plantPoolJoin(world, house, { join: 'running' });
  return ids;
}

/** Somebody at home who has not come over from another pool, and what they have begun. */
export async function leftBehind(
  stage: CredentialStage,
  state: 'begun' | 'mailed' | 'proven',
): Promise<Ids> {
  const known = joins.get(stage) ?? join(stage);
  joins.set(stage, known);
  const ids = { ...(await known) };
  people += 1;
  const house = { tenant: stage.tenants.home, ids, canary: `left-behind-${people}` };
  await plantLeftBehind(stage.world, house);
  await plantClaim(stage.world, house, state);
  return ids;
}

let people = 0;
