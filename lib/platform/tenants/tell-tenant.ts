import { controlAuditEvents } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

/** The tenant reads in its own trail what the platform did to it. */
export async function tellTenant(
  { db, call, staff, requestId }: PlatformCtx,
  { id, procedure, detail }: { id: string; procedure: string; detail: Record<string, unknown> },
): Promise<void> {
  await db.insert(controlAuditEvents).values({
    tenantId: id,
    procedure,
    door: call.door,
    actorKind: 'staff',
    actorId: staff.id,
    actorName: 'Platform staff',
    requestId,
    targetKind: 'tenant',
    targetId: id,
    detail,
  });
}
