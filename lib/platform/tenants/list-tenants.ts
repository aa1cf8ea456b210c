import {
  and,
  count,
  desc,
  eq,
  exists,
  ilike,
  inArray,
  isNotNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  deletions,
  domains,
  memberships,
  placements,
  tenantStatuses,
  tenants,
} from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { containing } from '../../like';
import { tiers } from '../../tenancy/tiers';

export const TenantQuery = z.strictObject({
  /** Part of a name or of a slug, a domain, or an id. */
  q: z.string().trim().max(100).optional(),
  status: z.enum(tenantStatuses).optional(),
  /** Only those that asked to be deleted. */
  leaving: z.enum(['yes']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
type TenantQuery = z.output<typeof TenantQuery>;

export const TenantRow = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(tenantStatuses),
  tier: z.enum(tiers).nullable(),
  members: z.number().int(),
  createdAt: z.coerce.date(),
  /** When it goes, if it asked to be deleted. */
  leavesAt: z.coerce.date().nullable(),
});

export const TenantPage = z.strictObject({
  tenants: z.array(TenantRow),
  /** How many match. */
  total: z.number().int(),
  /** How many match the search in each status. */
  byStatus: z.record(z.enum(tenantStatuses), z.number().int()),
  /** How many of them asked to be deleted. */
  leaving: z.number().int(),
});

export async function listTenants(
  { db }: PlatformCtx,
  { q, status, leaving, page, size }: TenantQuery,
): Promise<z.input<typeof TenantPage>> {
  const found = q ? matching(db, q) : undefined;
  const rows = await db
    .select({
      id: tenants.id,
      slug: tenants.slug,
      name: tenants.name,
      status: tenants.status,
      tier: placements.tier,
      members: membersOf(db),
      createdAt: tenants.createdAt,
      leavesAt: deletions.dueAt,
    })
    .from(tenants)
    .leftJoin(placements, eq(placements.tenantId, tenants.id))
    .leftJoin(deletions, isLeaving)
    .where(
      and(
        found,
        status ? eq(tenants.status, status) : undefined,
        leaving ? isNotNull(deletions.id) : undefined,
      ),
    )
    .orderBy(desc(tenants.createdAt), desc(tenants.id))
    .limit(size)
    .offset((page - 1) * size);
  const counted = await db
    .select({ status: tenants.status, n: count(), leaving: count(deletions.id) })
    .from(tenants)
    .leftJoin(deletions, isLeaving)
    .where(found)
    .groupBy(tenants.status);
  const byStatus = Object.fromEntries(
    tenantStatuses.map((one) => [one, counted.find((row) => row.status === one)?.n ?? 0]),
  ) as Record<(typeof tenantStatuses)[number], number>;
  const chosen = counted.filter((row) => !status || row.status === status);
  const total = chosen.reduce((sum, row) => sum + (leaving ? row.leaving : row.n), 0);
  const left = counted.reduce((sum, row) => sum + row.leaving, 0);
  return { tenants: rows, byStatus, total, leaving: left };
}

const isLeaving = and(
  eq(deletions.tenantId, tenants.id),
  inArray(deletions.state, ['waiting', 'removing']),
);

const membersOf = (db: ControlDb) =>
  sql<number>`(${db
    .select({ n: sql`count(*)::int` })
    .from(memberships)
    .where(eq(memberships.tenantId, tenants.id))})`.mapWith(Number);

function matching(db: ControlDb, q: string): SQL | undefined {
  if (z.uuid().safeParse(q).success) return eq(tenants.id, q);
  const part = containing(q);
  const served = db
    .select({ one: sql`1` })
    .from(domains)
    .where(and(eq(domains.tenantId, tenants.id), ilike(domains.host, part)));
  return or(ilike(tenants.name, part), ilike(tenants.slug, part), exists(served));
}
