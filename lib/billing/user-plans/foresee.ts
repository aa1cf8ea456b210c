import type { ControlDb } from '@/db/control';
import { roleName } from '../../access/people/member';
import type { RoleFact } from '../../access/rights';
import { loadRoles } from '../../access/roles/role';
import { userVersionOf } from './read';
import { rolesGivenBy, rolesOfOwn } from './roles';
import type { PersonChanges } from './shapes';
import type { UserPlanTerms } from './terms';

interface Held {
  planId: string;
  version: number;
  state: string;
}

/** What a member has now: roles that somebody gave them, and what their plan gives and costs. */
export interface PersonNow {
  own: RoleFact[];
  byPlan: RoleFact[];
  prices: PersonChanges['prices'];
}

/** What a member has by themselves and by the plan that holds. */
export async function personNow(
  db: ControlDb,
  membershipId: string,
  held: Held | null,
): Promise<PersonNow> {
  const own = await rolesOfOwn(db, membershipId);
  if (held?.state !== 'signed') return { own, byPlan: [], prices: [] };
  const { terms } = await userVersionOf(db, held);
  return { own, byPlan: await rolesGivenBy(db, held), prices: terms.prices };
}

/** What would be another way with a plan of these terms, or without any. */
export async function changesFor(
  db: ControlDb,
  now: PersonNow,
  after: UserPlanTerms | null,
): Promise<PersonChanges> {
  const next = after ? await loadRoles(db, after.roleIds, 'terms.roleIds') : [];
  const had = [...now.own, ...now.byPlan];
  const has = [...now.own, ...next];
  return {
    gained: missingIn(had, next),
    lost: missingIn(has, now.byPlan),
    pricesBefore: now.prices,
    prices: after?.prices ?? [],
  };
}

const missingIn = (those: RoleFact[], all: RoleFact[]): PersonChanges['gained'] =>
  all.filter(({ id }) => !those.some((one) => one.id === id)).map(roleName);
