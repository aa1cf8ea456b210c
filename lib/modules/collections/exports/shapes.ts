import { z } from 'zod';
import { ViewInput } from '../records/shapes';

export const ExportInput = z.strictObject({
  collectionId: z.uuid(),
  ...ViewInput,
  /** Keys of the fields to write, in order; all of them when left out. */
  fields: z.array(z.string().max(80)).max(100).optional(),
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
});
