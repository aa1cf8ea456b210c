import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  brandings,
  domainStates,
  domains,
  membershipRoles,
  memberships,
  placements,
  pools,
  roles,
  shards,
  tenantModules,
  tenantStatuses,
  tenants,
} from '@/db/schema/control';
import { stillHeld } from '../../access/roles/held';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { manifests } from '../../modules/registry';
import { tiers } from '../../tenancy/tiers';

export const TenantId = z.strictObject({ id: z.uuid() });

export const TenantDetail = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(tenantStatuses),
  statusReason: z.string().nullable(),
  statusChangedAt: z.coerce.date(),
  locale: z.string(),
  timeZone: z.string(),
  createdAt: z.coerce.date(),
  pool: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(['private', 'shared']) }),
  placement: z
    .strictObject({
      tier: z.enum(tiers),
      shard: z.string(),
      database: z.string(),
      schema: z.string(),
      state: z.enum(['active', 'fenced', 'moved']),
      epoch: z.number().int(),
    })
    .nullable(),
  /** The domain it is at home at; null where that is its own address. */
  primaryHost: z.string().nullable(),
  domains: z.array(
    z.strictObject({
      host: z.string(),
      state: z.enum(domainStates),
      isPrimary: z.boolean(),
    }),
  ),
  modules: z.array(z.strictObject({ id: z.string(), title: z.string(), enabled: z.boolean() })),
  members: z.number().int(),
  roles: z.array(z.strictObject({ key: z.string(), name: z.string(), members: z.number().int() })),
  brandVersion: z.number().int().nullable(),
});

/** One tenant as staff see it: facts and figures, none of its content. Throws `not_found`. */
export async function getTenant(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof TenantDetail>> {
  const facts = await findFacts(db, id);
  if (!facts) throw notFound('This tenant');
  const modules = await modulesOf(db, id);
  const [members] = await db
    .select({ n: count() })
    .from(memberships)
    .where(eq(memberships.tenantId, id));
  const [brand] = await db
    .select({ version: brandings.version })
    .from(brandings)
    .where(and(eq(brandings.tenantId, id), eq(brandings.state, 'published')));
  return {
    ...facts,
    placement: await placementOf(db, id),
    domains: await db
      .select({ host: domains.host, state: domains.state, isPrimary: domains.isPrimary })
      .from(domains)
      .where(eq(domains.tenantId, id))
      .orderBy(desc(domains.isPrimary), asc(domains.host)),
    modules,
    members: members?.n ?? 0,
    roles: await rolesOf(db, id),
    brandVersion: brand?.version ?? null,
  };
}

async function findFacts(db: ControlDb, id: string) {
  const [found] = await db
    .select({
      id: tenants.id,
      slug: tenants.slug,
      name: tenants.name,
      status: tenants.status,
      statusReason: tenants.statusReason,
      statusChangedAt: tenants.statusChangedAt,
      locale: tenants.locale,
      timeZone: tenants.timeZone,
      createdAt: tenants.createdAt,
      primaryHost: sql<string | null>`control.primary_host(${tenants.id})`,
      pool: { id: pools.id, name: pools.name, kind: pools.kind },
    })
    .from(tenants)
    .innerJoin(pools, eq(pools.id, tenants.poolId))
    .where(eq(tenants.id, id));
  return found ?? null;
}

async function placementOf(db: ControlDb, id: string) {
  const [found] = await db
    .select({
      tier: placements.tier,
      shard: shards.name,
      database: placements.databaseName,
      schema: placements.schemaName,
      state: placements.state,
      epoch: placements.epoch,
    })
    .from(placements)
    .innerJoin(shards, eq(shards.id, placements.shardId))
    .where(eq(placements.tenantId, id));
  return found ?? null;
}

async function modulesOf(db: ControlDb, id: string) {
  const decided = await db
    .select({ module: tenantModules.module, enabled: tenantModules.enabled })
    .from(tenantModules)
    .where(eq(tenantModules.tenantId, id));
  return manifests.map(({ id: module, title }) => ({
    id: module,
    title,
    enabled: decided.find((own) => own.module === module)?.enabled ?? true,
  }));
}

const rolesOf = (db: ControlDb, id: string) =>
  db
    .select({ key: roles.key, name: roles.name, members: count(membershipRoles.id) })
    .from(roles)
    .leftJoin(membershipRoles, and(eq(membershipRoles.roleId, roles.id), stillHeld))
    .where(eq(roles.tenantId, id))
    .groupBy(roles.id, roles.key, roles.name, roles.createdAt)
    .orderBy(asc(roles.createdAt), asc(roles.id));
