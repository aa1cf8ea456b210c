import { z } from 'zod';
import type { TenantCtx } from '../doors/ctx';
import { AuditEvent, AuditFilter } from './event';
import { readStreams } from './streams';

export const AuditQuery = AuditFilter.extend({
  /** From `older` of the page before. */
  cursor: z.string().max(100).optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const AuditPage = z.strictObject({
  events: z.array(AuditEvent),
  /** Cursor of the next page, null at the end. */
  older: z.string().nullable(),
});

export const listAudit = (
  ctx: TenantCtx,
  { cursor, size, ...filter }: z.output<typeof AuditQuery>,
): Promise<z.output<typeof AuditPage>> => readStreams(ctx, filter, { cursor, limit: size });
