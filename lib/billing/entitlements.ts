import type { LimitName } from './limit-names';
import type { Overrides } from './overrides';
import { type Limit, type PlanFacts, termsOf } from './terms';

/** Most there may be of something, and who says so. */
export interface Allowance {
  /** Null for any number. */
  max: number | null;
  kind: Limit['kind'];
  warnPercent: number;
  because: 'staff' | 'suspended' | 'plan' | 'unlimited';
}

/** What is said of a tenant's limits: by its plan, and by staff for it alone. */
export interface Entitled {
  plan: PlanFacts | null;
  overrides: Overrides;
}

/**
 * How much of something a tenant may have. The first that says anything decides: a plan that is
 * suspended, under which nothing is added; staff for this tenant; the plan; nobody.
 */
export function allowanceOf(name: LimitName, { plan, overrides }: Entitled): Allowance {
  const said = termsOf(plan).limits[name];
  const warnPercent = said?.warnPercent ?? 80;
  if (plan?.state === 'suspended') {
    return { max: 0, kind: 'hard', warnPercent, because: 'suspended' };
  }
  const staff = overrides[name];
  if (staff) {
    const kind = staff.max === null ? 'soft' : 'hard';
    return { max: staff.max, kind, warnPercent, because: 'staff' };
  }
  if (said) return { max: said.max, kind: said.kind, warnPercent, because: 'plan' };
  return { max: null, kind: 'soft', warnPercent, because: 'unlimited' };
}

export type Standing = 'fine' | 'near' | 'full' | 'over';

/** How what is used stands to what there may be. */
export function standingOf({ max, warnPercent }: Allowance, used: number): Standing {
  if (max === null) return 'fine';
  if (used > max) return 'over';
  if (used === max) return 'full';
  return BigInt(used) * 100n >= BigInt(max) * BigInt(warnPercent) ? 'near' : 'fine';
}

/** Whether so many more are let in. */
export const hasRoom = ({ max, kind }: Allowance, used: number, more: number): boolean =>
  max === null || kind === 'soft' || used + more <= max;
