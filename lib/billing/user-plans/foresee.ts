import type { ControlDb } from '@/db/control';
import { roleName } from '../../access/people/member';
import type { RoleFact } from '../../access/rights';
import { userVersionOf } from './read';
import { rolesGivenBy, rolesOfOwn } from './roles';
import type { PersonChanges } from './shapes';

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

/** What a plan gives and costs, with its roles as they are now. */
interface Giving {
  roles: RoleFact[];
  prices: PersonChanges['prices'];
}

/** What would be another way with a plan that gives this, or without any. */
export function changesFor(now: PersonNow, after: Giving | null): PersonChanges {
  const next = after?.roles ?? [];
  return {
    gained: missingIn([...now.own, ...now.byPlan], next),
    lost: missingIn([...now.own, ...next], now.byPlan),
    pricesBefore: now.prices,
    prices: after?.prices ?? [],
  };
}

const missingIn = (those: RoleFact[], all: RoleFact[]): PersonChanges['gained'] =>
  all.filter(({ id }) => !those.some((one) => one.id === id)).map(roleName);
