import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import {
  flagChoices,
  flagOverrides,
  flagRules,
  planVersions,
  releaseChannels,
  subscriptions,
  tenants,
} from '@/db/schema/control';
import { findHeldPlan, holding } from '../../billing/held-plan';
import { termsOf } from '../../billing/terms';
import { notFound } from '../../errors';
import type { Flag, FlagValue } from '../../tenancy/flags/define';
import type { FlagFacts } from '../../tenancy/flags/evaluate';
import { flagsByKey } from '../../tenancy/flags/registry';
import type { FlagRulesInput } from './shapes';

/** The definition of a flag by its key. Throws `not_found`. */
export function flagNamed(key: string): Flag {
  const flag = flagsByKey.get(key);
  if (!flag) throw notFound('This flag');
  return flag;
}

export interface Ruled {
  flag: string;
  revision: number;
  killedAt: Date | null;
  rules: FlagRulesInput;
  changedByName: string;
  changedAt: Date;
}

/** What staff said of flags for all tenants. */
export async function readRules(db: ControlDb, key?: string): Promise<Map<string, Ruled>> {
  const rows = await db
    .select()
    .from(flagRules)
    .where(key === undefined ? undefined : eq(flagRules.flag, key));
  return new Map(rows.map((row) => [row.flag, row as Ruled]));
}

/** Rules in the form that evaluations take. */
export const asFacts = (ruled: ReadonlyMap<string, Ruled>): FlagFacts['rules'] =>
  Object.fromEntries(
    [...ruled].map(([key, { rules, killedAt }]) => [
      key,
      { ...plain(rules), killed: killedAt !== null },
    ]),
  );

/** What is said of flags where it concerns one tenant, as its doors see it. */
export async function saidForTenant(
  db: ControlDb,
  id: string,
  channel: 'stable' | 'early',
): Promise<FlagFacts> {
  const overrides = await db.select().from(flagOverrides).where(eq(flagOverrides.tenantId, id));
  const choices = await db.select().from(flagChoices).where(eq(flagChoices.tenantId, id));
  const rules = asFacts(await readRules(db));
  const byFlag = (rows: { flag: string; value: unknown }[]) =>
    Object.fromEntries(rows.map(({ flag, value }) => [flag, value]));
  return {
    ...{ channel, overrides: byFlag(overrides), choices: byFlag(choices) },
    plan: termsOf(await findHeldPlan(db, id)).flags,
    ...(rules && { rules }),
  };
}

/** Without what is not said. */
export const plain = (rules: FlagRulesInput): NonNullable<FlagFacts['rules']>[string] =>
  JSON.parse(JSON.stringify(rules));

/** By flag, for how many tenants somebody decided. */
export async function countDecided(
  db: ControlDb,
  table: typeof flagOverrides | typeof flagChoices,
): Promise<Map<string, number>> {
  const rows = await db.select({ flag: table.flag, n: count() }).from(table).groupBy(table.flag);
  return new Map(rows.map(({ flag, n }) => [flag, n]));
}

/** What every tenant that is not closed brings to the evaluation of one flag. */
export const tenantsDeciding = (db: ControlDb, key: string) =>
  db
    .select({
      id: tenants.id,
      channel: releaseChannels.channel,
      override: flagOverrides.value,
      choice: flagChoices.value,
      plan: sql<FlagValue | null>`coalesce(${planVersions.terms},
        (select control.fallback_plan() -> 'terms')) -> 'flags' -> ${key}`,
    })
    .from(tenants)
    .leftJoin(releaseChannels, eq(releaseChannels.tenantId, tenants.id))
    .leftJoin(
      flagOverrides,
      and(eq(flagOverrides.tenantId, tenants.id), eq(flagOverrides.flag, key)),
    )
    .leftJoin(flagChoices, and(eq(flagChoices.tenantId, tenants.id), eq(flagChoices.flag, key)))
    .leftJoin(
      subscriptions,
      and(eq(subscriptions.tenantId, tenants.id), inArray(subscriptions.state, [...holding])),
    )
    .leftJoin(
      planVersions,
      and(
        eq(planVersions.planId, subscriptions.planId),
        eq(planVersions.version, subscriptions.version),
      ),
    )
    .where(ne(tenants.status, 'closed'));

const shownOverrides = 50;

export const listOverridden = (db: ControlDb, key: string) =>
  db
    .select({
      tenant: { id: tenants.id, name: tenants.name },
      value: flagOverrides.value,
      reason: flagOverrides.reason,
      changedByName: flagOverrides.changedByName,
      changedAt: flagOverrides.changedAt,
    })
    .from(flagOverrides)
    .innerJoin(tenants, eq(tenants.id, flagOverrides.tenantId))
    .where(eq(flagOverrides.flag, key))
    .orderBy(desc(flagOverrides.changedAt))
    .limit(shownOverrides);
