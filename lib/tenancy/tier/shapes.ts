import { z } from 'zod';
import { moveStates, tierRequestStates } from '@/db/schema/control';
import { oneLine } from '../branding/tokens';
import { tiers } from '../tiers';

const TierRequest = z.strictObject({
  id: z.uuid(),
  tier: z.enum(tiers),
  state: z.enum(tierRequestStates),
  note: z.string(),
  askedByName: z.string(),
  askedAt: z.coerce.date(),
  /** Why it was declined. */
  answer: z.string().nullable(),
});

/** How a change of walls comes along, without anything of the platform's own. */
const TierChange = z.strictObject({
  tier: z.enum(tiers),
  state: z.enum(moveStates),
  /** Of the copy, 0 to 100; null before it begins. */
  percent: z.number().int().nullable(),
  startedAt: z.coerce.date(),
});

export const TierFacts = z.strictObject({
  tier: z.enum(tiers),
  /** What else the plan allows, and whether choosing it needs somebody of the platform. */
  others: z.array(z.strictObject({ tier: z.enum(tiers), selfService: z.boolean() })),
  /** The latest request; null when nobody ever asked. */
  request: TierRequest.nullable(),
  /** The change under way; null when there is none. */
  change: TierChange.nullable(),
});
export type TierFacts = z.output<typeof TierFacts>;

export const TierWish = z.strictObject({
  tier: z.enum(tiers),
  /** For whoever decides about it. */
  note: z
    .string()
    .trim()
    .max(300, 'Keep this under 300 characters.')
    .refine(...oneLine)
    .default(''),
});

export const TierRequestId = z.strictObject({ id: z.uuid() });
