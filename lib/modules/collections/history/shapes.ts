import { z } from 'zod';
import { RecordId } from '../records/shapes';

/** One field of an entry: what it held before and after, as text to read. */
const FieldChange = z.object({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  /** True when the collection has this field no more. */
  gone: z.boolean(),
  before: z.string(),
  after: z.string(),
  /** The stored value before, to bring it back. */
  value: z.unknown(),
  /** The stored value after. */
  next: z.unknown(),
});

export const HistoryEntry = z.object({
  id: z.uuid(),
  at: z.coerce.date(),
  kind: z.enum(['created', 'changed', 'deleted', 'restored']),
  by: z.object({ id: z.uuid().nullable(), name: z.string() }).nullable(),
  /** The operation that did it, such as `records.update`; null when the trail does not tell. */
  procedure: z.string().nullable(),
  imported: z.boolean(),
  changes: z.array(FieldChange),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const HistoryInput = RecordId.extend({
  limit: z.number().int().min(1).max(100).default(30),
  /** Where the page before ended; from `nextCursor`. */
  cursor: z.string().max(100).optional(),
});
export type HistoryInput = z.output<typeof HistoryInput>;

export const HistoryPage = z.object({
  entries: z.array(HistoryEntry),
  nextCursor: z.string().nullable(),
});
export type HistoryPage = z.infer<typeof HistoryPage>;

export const VersionInput = RecordId.extend({ entryId: z.uuid() });

/** Stored values by field key, of the fields that were there then and still are. */
export const Version = z.object({ at: z.coerce.date(), data: z.record(z.string(), z.unknown()) });
export type Version = z.infer<typeof Version>;
