import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { placements, plans, planVersions, releaseChannels, tenants } from '@/db/schema/control';
import { changesBetween, type Here } from '../../billing/changes';
import { findEntitled, findFallback, findHeldPlan } from '../../billing/held-plan';
import { findOverrides } from '../../billing/overrides';
import { type Invoices, invoicesOf, type WhichInvoices } from '../../billing/stripe/invoices';
import { owedBackTo } from '../../billing/stripe/owed';
import { limitsHere, listSteps, openSubscriptions } from '../../billing/subscriptions/read';
import type { PlanFacts } from '../../billing/terms';
import { readUsage } from '../../billing/usage/read';
import type { UsageView } from '../../billing/usage/shapes';
import { readOwn, type Used, usedBy } from '../../billing/used';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { saidForTenant } from '../flags/stored';
import { listOverrides } from '../limits/read';
import { versionOf } from '../plans/version';
import { silent } from '../silent';
import type { Foreseeing, Foreseen, TenantOf, TenantPlan } from './shapes';

/** What a tenant is on, how much of it is used, and what became of it so far. Throws `not_found`. */
export async function getTenantPlan(
  ctx: PlatformCtx,
  { id }: z.output<typeof TenantOf>,
): Promise<z.input<typeof TenantPlan>> {
  const { db } = ctx;
  await refuseUnknown(db, id);
  const used = await measured(ctx, id);
  return {
    ...(await openSubscriptions(db, id)),
    limits: used && limitsHere(await findEntitled(db, id), used),
    overrides: await listOverrides(db, id),
    fallback: await nameOfFallback(db),
    tier: await tierOf(db, id),
    back: await owedBackTo(db, id),
    history: await listSteps(db, id),
    choices: await choicesIn(db),
  };
}

/** What a tenant used, and what that comes to. Throws `not_found`. */
export async function getTenantUsage(
  { db }: PlatformCtx,
  { id }: z.output<typeof TenantOf>,
): Promise<z.input<typeof UsageView>> {
  await refuseUnknown(db, id);
  return await readUsage({ db, tenantId: id, withTokens: false });
}

/** Throws `not_found`, `invalid`. */
export async function getTenantInvoices(
  { db }: PlatformCtx,
  { id, ...which }: z.output<typeof TenantOf> & z.output<typeof WhichInvoices>,
): Promise<z.input<typeof Invoices>> {
  await refuseUnknown(db, id);
  return await invoicesOf(db, id, which);
}

/** What exactly would change for a tenant. Throws `not_found`. */
export async function foresee(
  ctx: PlatformCtx,
  { id, wish }: z.output<typeof Foreseeing>,
): Promise<z.input<typeof Foreseen>> {
  const { db } = ctx;
  await refuseUnknown(db, id);
  const held = await findHeldPlan(db, id);
  const after = 'to' in wish ? await inState(db, held, wish.to) : await versionOf(db, wish);
  const used = await measured(ctx, id);
  if (!used) throw silent();
  const here: Here = {
    ...{ tenantId: id, used },
    overrides: await findOverrides(db, id),
    tier: await tierOf(db, id),
    flags: await saidForTenant(db, id, await channelOf(db, id)),
    allFlags: true,
  };
  return { changes: changesBetween(held, after, here) };
}

/** How much a tenant uses; null while its server does not answer, so that its plan can be changed. */
async function measured({ db, measureTenant }: PlatformCtx, id: string): Promise<Used | null> {
  const own = await measureTenant(id, readOwn).catch(() => null);
  return own && (await usedBy({ db, tenantId: id }, own));
}

async function nameOfFallback(db: ControlDb) {
  const plan = await findFallback(db);
  return plan && { name: plan.name, version: plan.version };
}

const inState = async (
  db: ControlDb,
  held: PlanFacts | null,
  to: 'signed' | 'suspended' | 'unsigned',
) => (held && to !== 'unsigned' ? { ...held, state: to } : await findFallback(db));

export async function refuseUnknown(db: ControlDb, id: string): Promise<void> {
  const [tenant] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id));
  if (!tenant) throw notFound('This tenant');
}

async function tierOf(db: ControlDb, id: string) {
  const [found] = await db
    .select({ tier: placements.tier })
    .from(placements)
    .where(eq(placements.tenantId, id));
  return found?.tier ?? null;
}

async function channelOf(db: ControlDb, id: string) {
  const [found] = await db
    .select({ channel: releaseChannels.channel })
    .from(releaseChannels)
    .where(eq(releaseChannels.tenantId, id));
  return found?.channel ?? 'stable';
}

const choicesIn = (db: ControlDb) =>
  db
    .selectDistinctOn([plans.name, plans.id], {
      ...{ planId: plans.id, name: plans.name, version: planVersions.version },
    })
    .from(plans)
    .innerJoin(planVersions, eq(planVersions.planId, plans.id))
    .where(and(isNull(plans.archivedAt), isNotNull(planVersions.publishedAt)))
    .orderBy(asc(plans.name), asc(plans.id), sql`${planVersions.version} desc`);
