import { z } from 'zod';
import { FlagKey, FlagValue } from '../tenancy/flags/shapes';
import { tiers } from '../tenancy/tiers';
import { type LimitName, limitNames } from './limit-names';
import { Prices } from './prices';

const whole = 'Enter a whole number.';

/** What there may be of something. Storage counts bytes of files. */
export const Limit = z.strictObject({
  max: z
    .number(whole)
    .int(whole)
    .min(1, 'At least 1.')
    .max(1_000_000_000_000_000, 'At most 1,000,000,000,000,000.'),
  /** `hard` refuses what goes beyond; `soft` says so and lets it through. */
  kind: z.enum(['hard', 'soft']),
  /** From which share on it is told, percent. */
  warnPercent: z
    .number(whole)
    .int(whole)
    .min(1, 'From 1 to 100.')
    .max(100, 'From 1 to 100.')
    .default(80),
});
export type Limit = z.output<typeof Limit>;

const limits = Object.fromEntries(limitNames.map((name) => [name, Limit.optional()])) as Record<
  LimitName,
  z.ZodOptional<typeof Limit>
>;

/** Classes of calls whose pace a plan may say. */
export const rateNames = ['read', 'write', 'heavy'] as const;
export type RateName = (typeof rateNames)[number];

const rate = z
  .number(whole)
  .int(whole)
  .min(1, 'At least 1.')
  .max(10_000_000, 'At most 10,000,000.')
  .optional();

/** Calls that a tenant may make a minute, by class; the product's own numbers where nothing is said. */
const PlanRates = z.strictObject({ read: rate, write: rate, heavy: rate });

const signings = ['self', 'payment', 'staff'] as const;

/** What a version of a plan gives, and what it costs. */
export const PlanTerms = z.strictObject({
  description: z.string().trim().max(200, 'Keep this under 200 characters.').default(''),
  /** Modules that do not come with it; what a later release adds comes with every plan. */
  withoutModules: z.array(z.string().min(1).max(60)).max(50).default([]),
  /** What flags are where nothing nearer is said. */
  flags: z.record(FlagKey, FlagValue).default({}),
  limits: z.strictObject(limits).default({}),
  rates: PlanRates.default({}),
  /** Parts of the queue's hands, beside those of other tenants whose jobs wait. */
  queueWeight: z
    .number(whole)
    .int(whole)
    .min(1, 'From 1 to 10.')
    .max(10, 'From 1 to 10.')
    .default(1),
  /** How long the database works on one statement of a tenant's people and programs at most, seconds. */
  statementSeconds: z
    .number(whole)
    .int(whole)
    .min(1, 'From 1 to 15.')
    .max(15, 'From 1 to 15.')
    .default(15),
  /** Isolation tiers that may be asked for. */
  tiers: z
    .array(z.enum(tiers))
    .min(1, 'Allow at least one tier.')
    .max(tiers.length)
    .default([...tiers]),
  /** Whether a tenant may leave the platform's name out of its pages. */
  whiteLabel: z.boolean().default(true),
  prices: Prices.default([]),
  /**
   * `self`: whoever it is offered to signs it, and is invoiced by hand; `payment`: it holds once it is
   * paid at Stripe; `staff`: staff sign.
   */
  signing: z.enum(signings).default('staff'),
  /** Days that cost nothing, once for a tenant, before what is paid for at Stripe begins. */
  trialDays: z
    .number(whole)
    .int(whole)
    .min(0, 'From 0 to 730.')
    .max(730, 'From 0 to 730.')
    .default(0),
});
export type PlanTerms = z.output<typeof PlanTerms>;

/** The part of the terms that doors ask about. */
type Entitling = Pick<PlanTerms, 'withoutModules' | 'flags' | 'limits' | 'tiers'> &
  // Versions of earlier releases say nothing of them.
  Partial<Pick<PlanTerms, 'rates' | 'statementSeconds' | 'whiteLabel'>>;

/** The plan that holds for a tenant, as the database tells it with each request. */
export interface PlanFacts {
  id: string;
  name: string;
  version: number;
  state: 'signed' | 'suspended';
  /** Whether it holds only since nobody put the tenant on a plan. */
  fallback?: boolean;
  terms: Entitling;
}

/** On what a tenant is that nobody put on a plan, unless staff say another: everything, without limits. */
export const housePlan: { name: string; terms: Entitling } = {
  name: 'House',
  terms: { withoutModules: [], flags: {}, limits: {}, tiers: [...tiers] },
};

/** Whether a tenant on a plan may leave the platform's name out of its pages. */
export const mayHidePlatform = (plan: PlanFacts | null): boolean =>
  termsOf(plan).whiteLabel !== false;

export const termsOf = (plan: PlanFacts | null): Entitling => plan?.terms ?? housePlan.terms;
