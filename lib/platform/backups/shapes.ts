import { z } from 'zod';
import { archivePurposes, operationStates } from '@/db/schema/control';
import { NewCopy } from '../../tenancy/backups/shapes';
import { Reason } from '../reason';

export const TenantId = z.strictObject({ id: z.uuid() });
export const TenantWithReason = TenantId.extend({ reason: Reason });

/** A copy of a backup, or of a moment; one of the two is named. */
export const TenantCopy = NewCopy.extend({
  id: z.uuid(),
  backupId: z.uuid().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  reason: Reason,
}).refine(({ backupId, at }) => Boolean(backupId) !== Boolean(at), {
  path: ['backupId'],
  error: 'Name a backup or a moment.',
});

export const Asked = z.strictObject({ id: z.uuid() });

const Work = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(operationStates),
  error: z.string().nullable(),
  askedByName: z.string().nullable(),
  createdAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
});

export const TenantBackups = z.strictObject({
  backups: z.array(
    z.strictObject({
      id: z.uuid(),
      purpose: z.enum(archivePurposes),
      takenAt: z.coerce.date(),
      expiresAt: z.coerce.date(),
      sizeBytes: z.number().int(),
      rows: z.number().int(),
      files: z.number().int(),
    }),
  ),
  /** What the operator does, or did of late, with this tenant's data. */
  work: z.array(Work),
});
export type TenantBackups = z.output<typeof TenantBackups>;

/** What a drill found; null where it has not ended or could not be held. */
export const Drill = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string(), slug: z.string() }),
  state: z.enum(operationStates),
  /** Null for the schedule. */
  askedByName: z.string().nullable(),
  createdAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
  error: z.string().nullable(),
  outcome: z
    .strictObject({
      verdict: z.enum(['good', 'bad']),
      fault: z.string().nullable(),
      rows: z.number().int(),
      files: z.number().int(),
      tookMs: z.number().int(),
      archiveId: z.uuid(),
      /** When the backup was taken. */
      takenAt: z.coerce.date(),
    })
    .nullable(),
});
export type Drill = z.output<typeof Drill>;

export const DrillQuery = z.strictObject({ tenantId: z.uuid().optional() });
export const DrillList = z.strictObject({ drills: z.array(Drill) });
