import { z } from 'zod';

export const DeletionFacts = z.strictObject({
  id: z.uuid(),
  askedAt: z.coerce.date(),
  askedByName: z.string(),
  /** The operator may remove it from then on. */
  dueAt: z.coerce.date(),
});
export type DeletionFacts = z.output<typeof DeletionFacts>;

export const DeletionState = z.strictObject({
  /** Null when nobody asked. */
  deletion: DeletionFacts.nullable(),
  /** Days between request and removal. */
  coolingDays: z.number().int(),
});

export const DeletionRequest = z.strictObject({
  /** Name of the workspace, typed by the person who asks. */
  name: z.string().trim().min(1, 'Type the name of the workspace.').max(200),
});
