import { and, desc, eq, ilike, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { platformAudit, tenants } from '@/db/schema/control';
import { decodeCursor, encodeCursor, exactTime, olderThan } from '../../audit/keyset';
import type { PlatformCtx } from '../../doors/ctx';
import { containing } from '../../like';

const text = z.string().trim().min(1).max(100);

export const PlatformAuditQuery = z.strictObject({
  tenantId: z.uuid().optional(),
  /** Part of the name of a member of staff. */
  who: text.optional(),
  /** Part of a procedure's name. */
  what: text.optional(),
  cursor: z.string().max(100).optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const PlatformEvent = z.strictObject({
  id: z.uuid(),
  at: z.coerce.date(),
  procedure: z.string(),
  door: z.string(),
  staffName: z.string(),
  address: z.string().nullable(),
  requestId: z.uuid(),
  tenantId: z.uuid().nullable(),
  tenantName: z.string().nullable(),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type PlatformEvent = z.output<typeof PlatformEvent>;

export const PlatformAuditPage = z.strictObject({
  events: z.array(PlatformEvent),
  older: z.string().nullable(),
});

/** What staff did, newest first. */
export async function listPlatformAudit(
  { db }: PlatformCtx,
  input: z.output<typeof PlatformAuditQuery>,
): Promise<z.input<typeof PlatformAuditPage>> {
  const rows = await db
    .select({
      id: platformAudit.id,
      at: platformAudit.at,
      procedure: platformAudit.procedure,
      door: platformAudit.door,
      staffName: platformAudit.staffName,
      address: platformAudit.address,
      requestId: platformAudit.requestId,
      tenantId: platformAudit.tenantId,
      tenantName: tenants.name,
      reason: platformAudit.reason,
      detail: platformAudit.detail,
      exactly: exactTime(platformAudit.at),
    })
    .from(platformAudit)
    .leftJoin(tenants, eq(tenants.id, platformAudit.tenantId))
    .where(matching(input))
    .orderBy(desc(platformAudit.at), desc(platformAudit.id))
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  const last = shown.at(-1);
  return {
    events: shown.map(({ exactly: _exactly, ...event }) => event),
    older:
      rows.length > input.size && last ? encodeCursor({ at: last.exactly, id: last.id }) : null,
  };
}

function matching(input: z.output<typeof PlatformAuditQuery>): SQL | undefined {
  const { tenantId, who, what, cursor } = input;
  return and(
    cursor ? olderThan(platformAudit, decodeCursor(cursor)) : undefined,
    tenantId ? eq(platformAudit.tenantId, tenantId) : undefined,
    who ? ilike(platformAudit.staffName, containing(who)) : undefined,
    what ? ilike(platformAudit.procedure, containing(what)) : undefined,
  );
}
