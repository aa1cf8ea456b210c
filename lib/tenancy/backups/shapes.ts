import { z } from 'zod';
import { archivePurposes, operationStates } from '@/db/schema/control';
import { oneLine } from '../branding/tokens';
import { Slug } from '../slugs';

const Backup = z.strictObject({
  id: z.uuid(),
  purpose: z.enum(archivePurposes),
  takenAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
  sizeBytes: z.number().int(),
  rows: z.number().int(),
  files: z.number().int(),
  fileBytes: z.number().int(),
  askedByName: z.string().nullable(),
});

const TableDifference = z.object({
  name: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  same: z.number().int(),
});

/** What a restore would change, or changed. */
export const RestoreOutcome = z.object({
  takenAt: z.coerce.date(),
  tables: z.array(TableDifference),
  files: z.number().int(),
  missingFiles: z.number().int(),
});
export type RestoreOutcome = z.output<typeof RestoreOutcome>;

export const OperationFacts = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(operationStates),
  /** How far it is: rows and files written. */
  progress: z.strictObject({ rows: z.number().int(), files: z.number().int() }).nullable(),
  /** Of a restore or its preview, once done. */
  outcome: RestoreOutcome.nullable(),
  error: z.string().nullable(),
  /** Archive it takes or restores. */
  archiveId: z.uuid().nullable(),
  /** Moment it goes back to, where it is no backup. */
  at: z.coerce.date().nullable(),
  askedByName: z.string().nullable(),
  createdAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
});
export type OperationFacts = z.output<typeof OperationFacts>;

export const BackupList = z.strictObject({
  backups: z.array(Backup),
  /** The latest work on this tenant's data, newest first. */
  operations: z.array(OperationFacts),
  /** When the daily backup is taken next. */
  nextAt: z.coerce.date(),
});
export type BackupList = z.output<typeof BackupList>;

/** How a copy is called, and where it opens. */
export const NewCopy = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(60, 'At most 60 characters.')
    .refine(...oneLine),
  slug: Slug,
});

export const BackupCopy = NewCopy.extend({ id: z.uuid() });
export type BackupCopy = z.output<typeof BackupCopy>;

export const BackupId = z.strictObject({ id: z.uuid() });
export const Asked = z.strictObject({ id: z.uuid() });

/** Milliseconds count: rows as they stood before anything that happened then or later. */
export const Moment = z.strictObject({
  at: z.iso.datetime({ offset: true, error: 'Choose a time.' }),
});
export type Moment = z.output<typeof Moment>;
export const MomentCopy = NewCopy.extend(Moment.shape);
export type MomentCopy = z.output<typeof MomentCopy>;

/** Moments that can be gone back to. */
export const MomentWindow = z.strictObject({ from: z.coerce.date(), to: z.coerce.date() });
