import { eq } from 'drizzle-orm';
import { collections } from '@/db/schema/tenant/collections';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { lockCollection } from '../load';
import { checkRules } from './check';
import { getRules, ofKnown, type RulesOf } from './read';
import { type RuledRole, rolesOf } from './roles';
import type { RoleRule, Rules } from './shapes';

interface Saving {
  collectionId: string;
  rules: Rules;
  /** The rules as the editor last saw them. */
  base?: Rules | undefined;
}

interface Known {
  roles: RuledRole[];
}

/**
 * Sets who may see and change what in a collection; from the next question on they hold at every
 * door. Throws `invalid` naming what cannot be, `conflict` when somebody set other rules meanwhile.
 */
export async function saveRules(
  ctx: TenantCtx,
  { collectionId, rules, base }: Saving,
): Promise<RulesOf> {
  // Before the transaction, which would hold one connection while this waits for another.
  const roles = await rolesOf(ctx);
  await ctx.transact((db) => save({ ...ctx, db }, { collectionId, rules, base, roles }));
  return await getRules(ctx, { collectionId });
}

async function save(ctx: TenantCtx, { collectionId, rules, base, roles }: Saving & Known) {
  const collection = await lockCollection(ctx, collectionId);
  await checkRules(ctx, collection, { rules, roles });
  const before = ofKnown(collection.rules, roles);
  if (base && !isSame(base, before)) {
    throw new AppError('conflict', 'Somebody else changed who may see what. Load the page again.');
  }
  const next = isOpen(rules) ? null : rules;
  await ctx.db
    .update(collections)
    .set({ rules: next, updatedAt: new Date() })
    .where(eq(collections.id, collectionId));
  ctx.about('collection', collectionId, { before: collection.rules, after: next });
}

const isOpen = ({ roles, others }: Rules) => [...Object.values(roles), others].every(opensAll);

const opensAll = ({ see, change, remove, create, fields }: RoleRule) =>
  [see, change, remove].every((reach) => reach === 'all') &&
  create &&
  Object.keys(fields).length === 0;

/** Whether two sets of rules say the same, in whatever order their parts are written. */
const isSame = (one: Rules, other: Rules) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object'
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, sorted(part)])
    : value;
