import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { records } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import { permissionsOf } from '@/lib/access/rights';
import type { TenantCtx } from '@/lib/doors/ctx';
import { type LoadedCollection, loadCollection } from '../load';
import { type Access, accessOf } from './access';
import { checkRules } from './check';
import { holderOf } from './reader';
import { rolesOf, rolesOfEach, teamsOfEach } from './roles';
import { rowsOf } from './rows';
import { openRule, Rules } from './shapes';

export const RulesOf = z.object({
  /** As open rules where none are set. */
  rules: Rules,
  roles: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      /** False for roles that design collections: rules do not bind them. */
      bound: z.boolean(),
    }),
  ),
});
export type RulesOf = z.infer<typeof RulesOf>;

/** Who may see and change what in a collection, by role. Throws `not_found`. */
export async function getRules(
  ctx: TenantCtx,
  { collectionId }: { collectionId: string },
): Promise<RulesOf> {
  const { rules } = await loadCollection(ctx, collectionId);
  const roles = await rolesOf(ctx);
  return { rules: ofKnown(rules, roles), roles };
}

/** Rules without those of roles that were deleted since, which hold for nobody. */
export function ofKnown(rules: Rules | null, roles: readonly { key: string }[]): Rules {
  if (!rules) return { roles: {}, others: openRule };
  const known = Object.entries(rules.roles).filter(([key]) => roles.some((one) => one.key === key));
  return { ...rules, roles: Object.fromEntries(known) };
}

export const Preview = z.object({
  /** Records of the collection. */
  total: z.number().int(),
  /** Members whom rules bind, by name: how many records each would see and change, and sees now. */
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** Names of their roles. */
      roles: z.array(z.string()),
      seesNow: z.number().int(),
      sees: z.number().int(),
      changes: z.number().int(),
      hides: z.number().int(),
    }),
  ),
  /** True when there are more members than are listed. */
  more: z.boolean(),
});
export type Preview = z.infer<typeof Preview>;

/** Members one answer counts for. */
const most = 50;

/** What rules would open to each member, without setting them. Throws `invalid`, `not_found`. */
export async function previewRules(
  ctx: TenantCtx,
  { collectionId, rules }: { collectionId: string; rules: Rules },
): Promise<Preview> {
  const collection = await loadCollection(ctx, collectionId);
  await checkRules(ctx, collection, { rules, roles: await rolesOf(ctx) });
  const members = await boundMembers(ctx);
  const counts: Preview['people'] = [];
  const count = counter(ctx, collection);
  const shown = members.slice(0, most);
  const teams = await teamsOfEach(
    ctx,
    shown.map(({ id }) => id),
  );
  for (const { id, name, held } of shown) {
    const near = teams.get(id) ?? null;
    const reader = holderOf(id, { roles: held, teams: near });
    const roles = [...new Set([...held, ...(near?.over ?? [])].map((role) => role.name))];
    const next = accessOf(rules, reader, collection.design);
    counts.push({
      ...{ id, name, roles },
      seesNow: await count(accessOf(collection.rules, reader, collection.design), 'see'),
      sees: await count(next, 'see'),
      changes: await count(next, 'change'),
      hides: [...next.limits.values()].filter((limit) => limit === 'hidden').length,
    });
  }
  const total = await count(collection.access, 'see');
  return { total, people: counts, more: members.length > most };
}

async function boundMembers(ctx: TenantCtx) {
  const known = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.state, 'active'))
    .orderBy(asc(people.name), asc(people.id))
    .limit(1_000);
  const held = await rolesOfEach(
    ctx,
    known.map(({ id }) => id),
  );
  return known.flatMap(({ id, name }) => {
    const own = held.get(id) ?? [];
    const bound = own.length > 0 && !permissionsOf(own).has('collections.manage');
    return bound ? [{ id, name, held: own }] : [];
  });
}

/** Counts records by what is asked of them, each question once. */
function counter({ db }: TenantCtx, { id }: LoadedCollection) {
  const known = new Map<string, Promise<number>>();
  return (access: Access, deed: 'see' | 'change'): Promise<number> => {
    const { all, own, assigned, people } = access[deed];
    const key = all ? 'all' : JSON.stringify([own, assigned, access.readerId, people]);
    const found = known.get(key) ?? countOf(access, deed);
    known.set(key, found);
    return found;
  };

  async function countOf(access: Access, deed: 'see' | 'change') {
    const [row] = await db
      .select({ n: count() })
      .from(records)
      .where(and(rowsOf({ id, access }, deed), isNull(records.deletedAt)));
    return row?.n ?? 0;
  }
}
