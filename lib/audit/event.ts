import { z } from 'zod';

export const planes = ['tenant', 'control'] as const;

export const AuditEvent = z.strictObject({
  id: z.uuid(),
  /** Which stream it stands in: what people make, or facts about the tenant. */
  plane: z.enum(planes),
  at: z.coerce.date(),
  procedure: z.string(),
  door: z.string(),
  actorKind: z.string(),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.uuid(),
  targetKind: z.string().nullable(),
  targetId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.output<typeof AuditEvent>;

const filterText = z.string().trim().min(1).max(100);

export const AuditFilter = z.strictObject({
  /** Part of the name of who acted. */
  who: filterText.optional(),
  /** Part of a procedure's name, such as `people.` or `branding.publish`. */
  what: filterText.optional(),
  targetKind: filterText.optional(),
  targetId: filterText.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type AuditFilter = z.output<typeof AuditFilter>;
