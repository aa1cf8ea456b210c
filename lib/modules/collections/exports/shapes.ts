import { z } from 'zod';
import { exportStates } from '@/db/schema/tenant/record-exports';
import { ViewInput } from '../records/shapes';

export const ExportInput = z.strictObject({
  collectionId: z.uuid(),
  ...ViewInput,
  /** Keys of the fields to write, in order; all of them when left out. */
  fields: z.array(z.string().max(80)).max(100).optional(),
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
});

export const ExportId = z.strictObject({ exportId: z.uuid() });

/** A file that is being made, or was. */
export const RecordExport = z.object({
  id: z.uuid(),
  state: z.enum(exportStates),
  format: z.enum(['csv', 'xlsx', 'json']),
  /** Only some of the records or fields. */
  narrowed: z.boolean(),
  fileName: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  rows: z.number().int().nullable(),
  message: z.string().nullable(),
  /** The caller may see less by now than the file shows: it is not given, and can be made again. */
  lapsed: z.boolean(),
  byName: z.string().nullable(),
  createdAt: z.coerce.date(),
  /** Until when it can be fetched. */
  expiresAt: z.coerce.date().nullable(),
  /** Asked for by the caller, who alone may fetch it or have it made again. */
  own: z.boolean(),
  /** Where the caller fetches it, while it can be; a path on the tenant's host. */
  link: z.string().nullable(),
});
export type RecordExport = z.infer<typeof RecordExport>;

export const ExportContent = ExportId.extend({
  /** Seconds since 1970. */
  expires: z.coerce.number().int().min(0).max(9_999_999_999),
  signature: z.string().max(64),
});
