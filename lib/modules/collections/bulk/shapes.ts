import { z } from 'zod';
import { RawData, RecordIds, RecordShape } from '../records/shapes';

const most = 1_000;

export const ChangesInput = z
  .strictObject({
    collectionId: z.uuid(),
    records: z
      .array(
        z.strictObject({
          recordId: z.uuid(),
          /** New values by field key. */
          changes: RawData,
          /** The values of those fields as the editor last saw them. */
          base: RawData,
        }),
      )
      .min(1, 'Name at least one record')
      .max(most, 'At most 1,000 records at once'),
  })
  .refine(
    ({ records }) => new Set(records.map(({ recordId }) => recordId)).size === records.length,
    { path: ['records'], message: 'Name each record once' },
  );
export type ChangesInput = z.output<typeof ChangesInput>;

export const ChangesResult = z.object({
  /** The records as they are now, those that were refused included. */
  records: z.array(RecordShape),
  refused: z.array(z.object({ recordId: z.uuid(), key: z.string(), message: z.string() })),
});
export type ChangesResult = z.infer<typeof ChangesResult>;

export const AssignInput = RecordIds.extend({
  values: RawData.refine((data) => Object.keys(data).length > 0, 'Give at least one value'),
});
export type AssignInput = z.output<typeof AssignInput>;

/** What became of a request that changed many records; the id takes it back. */
export const BulkResult = z.object({
  changed: z.number().int(),
  /** Records that held these values already, or that somebody else changed meanwhile. */
  skipped: z.number().int(),
  requestId: z.uuid(),
});
export type BulkResult = z.infer<typeof BulkResult>;

export const UndoInput = z.strictObject({ collectionId: z.uuid(), requestId: z.uuid() });
