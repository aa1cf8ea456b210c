import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { flagChoices, flagOverrides, releaseChannels, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import type { Flag } from '../../tenancy/flags/define';
import { evaluate, type FlagFacts } from '../../tenancy/flags/evaluate';
import { flagHere } from '../../tenancy/flags/here';
import { flags } from '../../tenancy/flags/registry';
import type { FlagDetail, FlagName, FlagRows, FlagsOfTenant, OfTenant } from './shapes';
import {
  asFacts,
  countDecided,
  flagNamed,
  listOverridden,
  plain,
  type Ruled,
  readRules,
  saidForTenant,
  tenantsDeciding,
} from './stored';

/** Every flag of the product, with what is said of it. */
export async function listAllFlags({ db }: PlatformCtx): Promise<z.input<typeof FlagRows>> {
  const ruled = await readRules(db);
  const overrides = await countDecided(db, flagOverrides);
  const choices = await countDecided(db, flagChoices);
  return {
    flags: flags.map((flag) => rowOf(flag, { ruled: ruled.get(flag.key), overrides, choices })),
  };
}

interface Said {
  ruled: Ruled | undefined;
  overrides: ReadonlyMap<string, number>;
  choices: ReadonlyMap<string, number>;
}

function rowOf(flag: Flag, { ruled, overrides, choices }: Said) {
  const { key, title, description, owner, expires, shape, off } = flag;
  return {
    ...{ flag: key, title, description, owner, expires, shape, default: flag.default, off },
    killedAt: ruled?.killedAt ?? null,
    ruled: Object.keys(plain(ruled?.rules ?? {})).length > 0,
    overrides: overrides.get(key) ?? 0,
    choices: choices.get(key) ?? 0,
  };
}

/** One flag: what is said of it, and what comes of that. Throws `not_found`. */
export async function getFlag(
  { db }: PlatformCtx,
  { flag: key }: z.output<typeof FlagName>,
): Promise<z.input<typeof FlagDetail>> {
  const flag = flagNamed(key);
  const all = await readRules(db, key);
  const ruled = all.get(key);
  const overrides = await countDecided(db, flagOverrides);
  const choices = await countDecided(db, flagChoices);
  const { keyedBy, metByAnybody = false, choosable, published, refusal } = flag;
  return {
    ...rowOf(flag, { ruled, overrides, choices }),
    ...{ keyedBy, metByAnybody, choosable, published, refusal },
    revision: ruled?.revision ?? 0,
    rules: ruled?.rules ?? {},
    changedAt: ruled?.changedAt ?? null,
    changedByName: ruled?.changedByName ?? null,
    effects: await effectsOf(db, flag, asFacts(all)),
    overridden: await listOverridden(db, key),
  };
}

/** What the flag is for tenants as a whole; roles and shares of people are left out. */
async function effectsOf(db: ControlDb, flag: Flag, rules: FlagFacts['rules']) {
  const effects = new Map<string, z.input<typeof FlagDetail>['effects'][number]>();
  for (const { id, channel, override, choice, plan } of await tenantsDeciding(db, flag.key)) {
    const facts: FlagFacts = {
      ...(rules && { rules }),
      ...(channel && { channel }),
      overrides: { [flag.key]: override },
      choices: { [flag.key]: choice },
      plan: { [flag.key]: plan },
    };
    const asked = { tenantId: id, personId: null, roles: [] };
    const { value, because } = evaluate(flag, facts, asked);
    const same = `${because} ${value}`;
    const counted = effects.get(same) ?? { value, because, tenants: 0 };
    effects.set(same, { ...counted, tenants: counted.tenants + 1 });
  }
  return [...effects.values()].sort((one, other) => other.tenants - one.tenants);
}

/** The flags of one tenant with the reason for each. Throws `not_found`. */
export async function listFlagsOfTenant(
  { db }: PlatformCtx,
  { id }: z.output<typeof OfTenant>,
): Promise<z.input<typeof FlagsOfTenant>> {
  const [tenant] = await db
    .select({ id: tenants.id, channel: releaseChannels.channel })
    .from(tenants)
    .leftJoin(releaseChannels, eq(releaseChannels.tenantId, tenants.id))
    .where(eq(tenants.id, id));
  if (!tenant) throw notFound('This tenant');
  const overrides = await db.select().from(flagOverrides).where(eq(flagOverrides.tenantId, id));
  const channel = tenant.channel ?? 'stable';
  const facts = await saidForTenant(db, id, channel);
  return {
    channel,
    flags: flags.map((flag) => ({
      ...flagHere(flag, id, facts),
      published: flag.published,
      override: overrideOf(overrides.find((one) => one.flag === flag.key)),
    })),
  };
}

const overrideOf = (row: typeof flagOverrides.$inferSelect | undefined) =>
  row
    ? {
        value: row.value,
        reason: row.reason,
        changedByName: row.changedByName,
        changedAt: row.changedAt,
      }
    : null;
