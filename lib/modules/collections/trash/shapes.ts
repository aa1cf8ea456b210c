import { z } from 'zod';

export const TrashedRecord = z.object({
  id: z.uuid(),
  collectionId: z.uuid(),
  collectionName: z.string(),
  /** True when the collection is in the trash itself: it has to come back before its records can. */
  collectionGone: z.boolean(),
  title: z.string(),
  deletedAt: z.coerce.date(),
  deletedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type TrashedRecord = z.infer<typeof TrashedRecord>;

const scope = {
  /** One collection's trash; that of all without. */
  collectionId: z.uuid().optional(),
  search: z.string().max(200).optional(),
};

export const TrashInput = z.strictObject({
  ...scope,
  limit: z.number().int().min(1).max(200).default(50),
  /** Where the page before ended; from `nextCursor`. */
  cursor: z.string().max(100).optional(),
});
export type TrashInput = z.output<typeof TrashInput>;

export const TrashPage = z.object({
  records: z.array(TrashedRecord),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type TrashPage = z.infer<typeof TrashPage>;

/** These records, or everything that a search finds. */
export const TrashSelection = z.strictObject({
  ...scope,
  recordIds: z
    .array(z.uuid())
    .min(1, 'Name at least one record')
    .max(10_000, 'At most 10,000 at once')
    .optional(),
});
export type TrashSelection = z.output<typeof TrashSelection>;
