import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { flagOverrides, flagRules, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { type Flag, fits } from '../../tenancy/flags/define';
import { tellTenant } from '../tenants/tell-tenant';
import type {
  FlagAct,
  FlagOverridden,
  FlagOverride,
  FlagRevision,
  FlagRulesInput,
  FlagRulesWish,
  FlagState,
} from './shapes';
import { flagNamed, plain, readRules } from './stored';

/** Switches a flag off for everybody, over everything else that is said of it. Safe to repeat. */
export async function killFlag(
  { db, staff, about }: PlatformCtx,
  { flag: key }: z.output<typeof FlagAct>,
): Promise<z.output<typeof FlagState>> {
  flagNamed(key);
  const said = { changedByName: staff.name, changedAt: new Date() };
  await db
    .insert(flagRules)
    .values({ flag: key, revision: 0, killedAt: said.changedAt, ...said })
    .onConflictDoUpdate({
      target: flagRules.flag,
      set: { killedAt: said.changedAt, ...said },
      setWhere: isNull(flagRules.killedAt),
    });
  about('flag', key, { flag: key, killed: true });
  return { flag: key, killed: true };
}

/** Lets what is said of a flag hold again. Safe to repeat. */
export async function reviveFlag(
  { db, staff, about }: PlatformCtx,
  { flag: key }: z.output<typeof FlagAct>,
): Promise<z.output<typeof FlagState>> {
  flagNamed(key);
  await db
    .update(flagRules)
    .set({ killedAt: null, changedByName: staff.name, changedAt: new Date() })
    .where(and(eq(flagRules.flag, key), isNotNull(flagRules.killedAt)));
  about('flag', key, { flag: key, killed: false });
  return { flag: key, killed: false };
}

/** Says what a flag is for some. Throws `invalid` by rule, `conflict` when others did so meanwhile. */
export async function changeFlagRules(
  { db, staff, about }: PlatformCtx,
  { flag: key, revision, rules }: z.output<typeof FlagRulesWish>,
): Promise<z.output<typeof FlagRevision>> {
  refuseUnfit(flagNamed(key), rules);
  const before = (await readRules(db, key)).get(key);
  const said = { rules: plain(rules) as object, changedByName: staff.name, changedAt: new Date() };
  const [written] = await db
    .insert(flagRules)
    .values({ flag: key, revision: revision + 1, ...said })
    .onConflictDoUpdate({
      target: flagRules.flag,
      set: { revision: sql`${flagRules.revision} + 1`, ...said },
      setWhere: eq(flagRules.revision, revision),
    })
    .returning({ revision: flagRules.revision });
  if (!written || (!before && revision > 0)) {
    throw new AppError('conflict', 'Somebody else changed this flag meanwhile. Look again.');
  }
  about('flag', key, { flag: key, before: before?.rules ?? {}, after: plain(rules) });
  return { flag: key, revision: written.revision };
}

function refuseUnfit(flag: Flag, { roles = {}, channels = {}, share }: FlagRulesInput) {
  const given: [string, unknown][] = [
    ...Object.entries(roles).map(([role, value]): [string, unknown] => [`roles.${role}`, value]),
    ...Object.entries(channels).map(([name, value]): [string, unknown] => [
      `channels.${name}`,
      value,
    ]),
    ['share.value', share?.value],
  ];
  const fields = Object.fromEntries(
    given
      .filter(([, value]) => value !== undefined && !fits(flag, value))
      .map(([path]) => [`rules.${path}`, cannotBe]),
  );
  if (flag.metByAnybody) {
    for (const role of Object.keys(roles)) fields[`rules.roles.${role}`] = noRole;
  }
  const [first] = Object.values(fields);
  if (first) throw new AppError('invalid', first, { fields });
}

const cannotBe = 'Choose one of what it can be.';
const noRole = 'People without a role meet this: say it for tenants.';

/** Says what a flag is for one tenant, or takes that back. Throws `not_found`, `invalid`. */
export async function overrideFlag(
  ctx: PlatformCtx,
  { id, flag: key, value, reason }: z.output<typeof FlagOverride>,
): Promise<z.output<typeof FlagOverridden>> {
  const { db, staff } = ctx;
  const flag = flagNamed(key);
  if (value !== null && !fits(flag, value)) {
    throw new AppError('invalid', cannotBe, { fields: { value: cannotBe } });
  }
  // Two of the staff wait for each other, so that each says what it changed from.
  const [tenant] = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(eq(tenants.id, id))
    .for('no key update');
  if (!tenant) throw notFound('This tenant');
  const here = and(eq(flagOverrides.tenantId, id), eq(flagOverrides.flag, key));
  const [before] = await db.select({ value: flagOverrides.value }).from(flagOverrides).where(here);
  if (value === null) await db.delete(flagOverrides).where(here);
  else {
    const said = { value, reason, changedByName: staff.name, changedAt: new Date() };
    await db
      .insert(flagOverrides)
      .values({ tenantId: id, flag: key, ...said })
      .onConflictDoUpdate({ target: [flagOverrides.tenantId, flagOverrides.flag], set: said });
  }
  const detail = { flag: key, from: before?.value ?? null, to: value };
  const procedure = 'platform.flags.override';
  // What is the server's alone stands in the staff audit alone.
  if (flag.published) await tellTenant(ctx, { id, procedure, detail: { ...detail, reason } });
  ctx.about('tenant', id, detail);
  return { flag: key, value };
}
