import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { isSlugTaken } from '@/db/directory';
import {
  archives,
  membershipRoles,
  memberships,
  operations,
  roles,
  tenants,
} from '@/db/schema/control';
import { stillHeld } from '../../access/roles/held';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { askOperator } from '../../operations/ask';
import { reachableMoment } from '../../tenancy/backups/reachable-moment';
import { tellTenant } from '../tenants/tell-tenant';
import type { Asked, TenantBackups, TenantCopy, TenantWithReason } from './shapes';

const mostShown = 50;
const shownKinds = ['backup', 'restore.preview', 'restore.in_place', 'restore.copy', 'export'];

/** Backups of one tenant and the work on its data: when and how much, none of its content. */
export async function listTenantBackups(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof TenantBackups>> {
  await getTenantFacts(db, id);
  const backups = await db
    .select({
      id: archives.id,
      purpose: archives.purpose,
      takenAt: archives.takenAt,
      expiresAt: archives.expiresAt,
      sizeBytes: archives.sizeBytes,
      rows: archives.rows,
      files: archives.files,
    })
    .from(archives)
    .where(and(...kept(id)))
    .orderBy(desc(archives.takenAt))
    .limit(mostShown);
  const work = await db
    .select({
      id: operations.id,
      kind: operations.kind,
      state: operations.state,
      error: operations.error,
      askedByName: operations.askedByName,
      createdAt: operations.createdAt,
      finishedAt: operations.finishedAt,
    })
    .from(operations)
    .where(and(eq(operations.tenantId, id), inArray(operations.kind, shownKinds)))
    .orderBy(desc(operations.createdAt))
    .limit(10);
  return { backups, work };
}

/** Asks for a backup of now. Throws `not_found`. */
export async function backUpTenant(
  ctx: PlatformCtx,
  { id, reason }: z.output<typeof TenantWithReason>,
): Promise<z.input<typeof Asked>> {
  await getTenantFacts(ctx.db, id);
  const actor = forTenants(ctx);
  const asked = await askOperator(ctx.db, { kind: 'backup', input: {}, actor, tenantId: id });
  const detail = { operation: asked.id, reason };
  await tellTenant(ctx, { id, procedure: 'tenantBackups.create', detail });
  ctx.about('tenant', id, { operation: asked.id });
  return asked;
}

/**
 * Asks for a workspace beside a tenant's with what a backup or a moment held. Its owner becomes the
 * copy's admin, or the first of its admins who is active. Throws `not_found`, `conflict` on `slug`.
 */
export async function copyTenant(
  ctx: PlatformCtx,
  { id, backupId, at, reason, ...named }: z.output<typeof TenantCopy>,
): Promise<z.input<typeof Asked>> {
  const { db } = ctx;
  const tenant = await getTenantFacts(db, id);
  const from = backupId
    ? { archiveId: await requireBackup(db, id, backupId) }
    : { at: reachableMoment(at ?? '', { openedAt: tenant.createdAt, timeZone: 'UTC' }) };
  if (await isSlugTaken(named.slug)) throw invalid('slug', 'This address is taken.');
  const input = { ...from, ...named, ownerId: await ownerOf(db, tenant) };
  const question = { kind: 'restore.copy', input, actor: forTenants(ctx), tenantId: id };
  const asked = await askOperator(db, question);
  const detail = { operation: asked.id, slug: named.slug, reason };
  await tellTenant(ctx, { id, procedure: 'tenantBackups.copy', detail });
  ctx.about('tenant', id, { operation: asked.id, slug: named.slug, ...from });
  return asked;
}

/** Tenants see that staff asked; who that was stands in the staff audit. */
const forTenants = ({ actor }: PlatformCtx) => ({ ...actor, name: 'Platform staff' });

/** A tenant that staff may have work done on. Throws `not_found`, `precondition`. */
export async function getTenantFacts(db: ControlDb, id: string) {
  const [found] = await db
    .select({
      id: tenants.id,
      status: tenants.status,
      ownerId: tenants.ownerId,
      createdAt: tenants.createdAt,
    })
    .from(tenants)
    .where(eq(tenants.id, id));
  if (!found) throw notFound('This tenant');
  if (found.status === 'closing' || found.status === 'closed') {
    throw new AppError('precondition', 'This tenant is being removed.');
  }
  return found;
}

const kept = (tenantId: string) => [
  eq(archives.tenantId, tenantId),
  ne(archives.purpose, 'export'),
  gt(archives.expiresAt, databaseNow),
];

async function requireBackup(db: ControlDb, tenantId: string, backupId: string): Promise<string> {
  const [found] = await db
    .select({ id: archives.id })
    .from(archives)
    .where(and(eq(archives.id, backupId), ...kept(tenantId)));
  if (!found) throw notFound('This backup');
  return found.id;
}

/** Its owner, while still a member; else whoever has been its admin longest. Throws `precondition`. */
async function ownerOf(
  db: ControlDb,
  { id, ownerId }: { id: string; ownerId: string | null },
): Promise<string> {
  const admins = await db
    .select({ id: memberships.userId })
    .from(memberships)
    .innerJoin(
      membershipRoles,
      and(
        eq(membershipRoles.tenantId, memberships.tenantId),
        eq(membershipRoles.membershipId, memberships.id),
      ),
    )
    .innerJoin(
      roles,
      and(eq(roles.tenantId, memberships.tenantId), eq(roles.id, membershipRoles.roleId)),
    )
    .where(
      and(
        eq(memberships.tenantId, id),
        eq(memberships.state, 'active'),
        eq(roles.key, 'admin'),
        stillHeld,
      ),
    )
    .orderBy(asc(memberships.joinedAt));
  const owner = admins.find((admin) => admin.id === ownerId) ?? admins[0];
  if (!owner) throw new AppError('precondition', 'It has no admin whom the copy could belong to.');
  return owner.id;
}
