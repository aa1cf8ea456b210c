import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { hashToken } from '@/lib/identity/secrets';
import { fillCollection } from './fill-collection';
import { getRequest } from './load';

/** Enough tenants that no rate limit of one is reached, and every cache is asked for more than one. */
const crowdSize = 40;
export const listRows = 25;

export interface Place {
  tenant: TestTenant;
  member: TestMember;
  collectionId: string;
  cookie: string;
}

/** Tenants with one signed-in admin and a collection of 25 records each. */
export async function openCrowd(world: World): Promise<Place[]> {
  const places: Place[] = [];
  for (let i = 0; i < crowdSize; i++) {
    const tenant = await world.tenant();
    const member = await world.member(tenant, 'admin');
    const { collectionId } = await fillCollection(member, listRows);
    places.push({ tenant, member, collectionId, cookie: `${sessionCookie()}=${member.token}` });
  }
  await world.database.query('analyze');
  return places;
}

/** The bare app's list for the same sessions and collections. */
export const floorRequests = (path: string, places: readonly Place[]) =>
  places.map(({ member, collectionId }) =>
    getRequest(`${path}?token=${hashToken(member.token)}&collection=${collectionId}`, 'localhost'),
  );
