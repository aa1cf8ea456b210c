import { asc, isNotNull } from 'drizzle-orm';
import { collections } from '@/db/schema/tenant/collections';
import { permissionsOf, type RoleFact } from '@/lib/access/rights';
import type { ControlCtx } from '@/lib/doors/ctx';
import { type Access, accessOf, type Sight } from './access';
import { deeds, type Rules } from './shapes';

/**
 * Collections, trashed ones too, whose rules name a role and would open more to its people if they
 * had another instead. By name.
 */
export async function widerCollections(
  { readTenant }: Pick<ControlCtx, 'readTenant'>,
  { from, to }: { from: RoleFact; to: RoleFact },
): Promise<string[]> {
  return (await ruledCollections({ readTenant }))
    .filter(({ rules }) => rules && Object.hasOwn(rules.roles, from.key))
    .filter(({ rules }) => opensMore(accessAs(rules, from), accessAs(rules, to)))
    .map(({ name }) => name);
}

/** Collections, trashed ones too, whose rules open records by team. By name. */
export async function collectionsByTeam(ctx: Pick<ControlCtx, 'readTenant'>): Promise<string[]> {
  const byTeam = (rules: Rules | null) =>
    rules &&
    [...Object.values(rules.roles), rules.others].some((rule) =>
      deeds.some((deed) => rule[deed] === 'team'),
    );
  return (await ruledCollections(ctx)).filter(({ rules }) => byTeam(rules)).map(({ name }) => name);
}

const ruledCollections = ({ readTenant }: Pick<ControlCtx, 'readTenant'>) =>
  readTenant((db) =>
    db
      .select({ name: collections.name, rules: collections.rules })
      .from(collections)
      .where(isNotNull(collections.rules))
      .orderBy(asc(collections.name), asc(collections.id)),
  );

const accessAs = (rules: Rules | null, role: RoleFact) => {
  const unbound = permissionsOf([role]).has('collections.manage');
  return accessOf(rules, { ...somebody, roles: [role.key], unbound }, []);
};

/** Their team stands for any. */
const somebody = { id: null, people: ['somebody of their team'], over: [] };

/** Whether somebody with `next` reaches anything that `before` keeps from them. */
function opensMore(before: Access, next: Access): boolean {
  if (deeds.some((deed) => reachesMore(before[deed], next[deed]))) return true;
  if (next.create && !before.create) return true;
  return [...before.limits].some(([id, limit]) => {
    const then = next.limits.get(id);
    return then === undefined || (limit === 'hidden' && then === 'read');
  });
}

const reachesMore = (before: Sight, next: Sight) =>
  !before.all &&
  (next.all ||
    (next.own && !before.own) ||
    (next.assigned && !before.assigned) ||
    next.people.length > before.people.length);
