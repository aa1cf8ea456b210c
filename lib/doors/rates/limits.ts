import type { PlanFacts } from '../../billing/terms';
import type { RateClass } from '../spec';

/** Calls a minute where no plan says otherwise: of a tenant, and of one caller in it. */
export const limits: Record<RateClass, { tenant: number; caller: number }> = {
  read: { tenant: 12_000, caller: 3_000 },
  // Open pages asking for news: small answers that must not use up what reading has.
  live: { tenant: 60_000, caller: 1_200 },
  write: { tenant: 6_000, caller: 1_200 },
  heavy: { tenant: 120, caller: 60 },
  guess: { tenant: 600, caller: 120 },
};

/** What a plan may say of a class; one caller has as large a part of it as of the product's own. */
export function limitsUnder(plan: PlanFacts | null, name: RateClass) {
  const { tenant, caller } = limits[name];
  const said = name === 'live' || name === 'guess' ? undefined : plan?.terms.rates?.[name];
  if (said === undefined) return { tenant, caller };
  return { tenant: said, caller: Math.max(1, Math.floor((caller * said) / tenant)) };
}
