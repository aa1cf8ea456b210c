import { z } from 'zod';
import { tiers } from '../../tenancy/tiers';
import { Charge } from '../charges';

/** How the tenant was when it was first asked for: see `takeDueAsk`. */
const here = {
  seats: z.coerce.number().int().min(0),
  tier: z
    .enum(tiers)
    .nullable()
    .transform((tier) => tier ?? 'pooled'),
  /** Whether it never had a subscription at Stripe. */
  first: z.boolean(),
};

const Page = z.object({ ...here, back: z.url(), email: z.string().nullable().default(null) });

/** What each kind of wish says, as the verbs of `lib/billing/payment` write it down. */
export const requests = {
  checkout: Page.extend({ charge: Charge }),
  portal: Page,
  preview: z.object({ ...here, charge: Charge, planId: z.uuid(), version: z.number().int() }),
  change: z.object({
    ...here,
    charge: Charge,
    /** To which second it is set off, as it was shown. */
    at: z.number().int().nullable().default(null),
  }),
  end: z.object({ ends: z.boolean() }),
};
