import { z } from 'zod';
import { openingSteps } from '@/db/schema/control';
import { tiers } from '../tiers';

const openingStates = [
  'waiting',
  'working',
  'retrying',
  'failed',
  'open',
  'leaving',
  'given_up',
] as const;

/** How the opening of a tenant with walls of its own goes. */
export const OpeningFacts = z.strictObject({
  tenantId: z.uuid(),
  name: z.string(),
  slug: z.string(),
  tier: z.enum(tiers),
  state: z.enum(openingStates),
  steps: z.array(
    z.strictObject({
      key: z.enum(openingSteps),
      state: z.enum(['done', 'now', 'failed', 'next']),
      note: z.string().nullable(),
      /** Since it was begun for the last time; until it ended. Seconds. */
      seconds: z.number().nullable(),
    }),
  ),
  /** Why the last try did not come through, for the reader. */
  error: z.string().nullable(),
  /** The address must be chosen anew. */
  slugLost: z.boolean(),
  attempts: z.number().int(),
  nextTryAt: z.coerce.date().nullable(),
  createdAt: z.coerce.date(),
  /** From being asked for until now, or until it was over. */
  seconds: z.number(),
  askedBy: z.string(),
});
export type OpeningFacts = z.output<typeof OpeningFacts>;
