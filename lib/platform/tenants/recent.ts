import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { controlAuditEvents } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

export const TenantEvents = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      at: z.coerce.date(),
      procedure: z.string(),
      actorKind: z.string(),
      actorName: z.string().nullable(),
      targetKind: z.string().nullable(),
    }),
  ),
});

/** The last twenty changes to a tenant's settings, people and looks, by its own people or staff. */
export async function listTenantEvents(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof TenantEvents>> {
  const events = await db
    .select({
      id: controlAuditEvents.id,
      at: controlAuditEvents.at,
      procedure: controlAuditEvents.procedure,
      actorKind: controlAuditEvents.actorKind,
      actorName: controlAuditEvents.actorName,
      targetKind: controlAuditEvents.targetKind,
    })
    .from(controlAuditEvents)
    .where(eq(controlAuditEvents.tenantId, id))
    .orderBy(desc(controlAuditEvents.at), desc(controlAuditEvents.id))
    .limit(20);
  return { events };
}
