import { z } from 'zod';
import { manifests } from '../modules/registry';
import { evaluate, type FlagFacts } from '../tenancy/flags/evaluate';
import { flags } from '../tenancy/flags/registry';
import { FlagValue } from '../tenancy/flags/shapes';
import { tiers } from '../tenancy/tiers';
import { allowanceOf, hasRoom } from './entitlements';
import { limitNames } from './limit-names';
import type { Overrides } from './overrides';
import { mayHidePlatform, type PlanFacts, termsOf } from './terms';
import type { Used } from './used';

/** What is another way under another plan, and nothing else. */
export const PlanChanges = z.strictObject({
  modules: z.array(z.strictObject({ module: z.string(), title: z.string(), comes: z.boolean() })),
  limits: z.array(
    z.strictObject({
      name: z.enum(limitNames),
      /** Null for any number. */
      before: z.number().nullable(),
      after: z.number().nullable(),
      /** Whether more is let in all the same, then. */
      soft: z.boolean(),
      used: z.number(),
      /** Whether there is more by now than there may be: nothing is deleted, and nothing added. */
      over: z.boolean(),
    }),
  ),
  tiers: z.array(z.strictObject({ tier: z.enum(tiers), comes: z.boolean(), present: z.boolean() })),
  /** Whether the platform's name may be left out, where that is another way then. */
  whiteLabel: z.strictObject({ comes: z.boolean() }).nullable(),
  flags: z.array(
    z.strictObject({
      flag: z.string(),
      title: z.string(),
      before: FlagValue,
      after: FlagValue,
    }),
  ),
});
export type PlanChanges = z.output<typeof PlanChanges>;

/** The tenant for which plans are compared. */
export interface Here {
  tenantId: string;
  used: Used;
  overrides: Overrides;
  tier: (typeof tiers)[number] | null;
  flags: FlagFacts;
  /** Whether it sees flags that are the server's alone. */
  allFlags: boolean;
}

/** What changes when a tenant goes from one plan to another; null is no plan. */
export function changesBetween(
  before: PlanFacts | null,
  after: PlanFacts | null,
  here: Here,
): PlanChanges {
  return {
    modules: modulesBetween(before, after),
    limits: limitsBetween(before, after, here),
    tiers: tiersBetween(before, after, here),
    whiteLabel: whiteLabelBetween(before, after),
    flags: flagsBetween(before, after, here),
  };
}

type Pair = [PlanFacts | null, PlanFacts | null];

function modulesBetween(...[before, after]: Pair) {
  const had = termsOf(before).withoutModules;
  const lacks = termsOf(after).withoutModules;
  return manifests
    .filter(({ id }) => had.includes(id) !== lacks.includes(id))
    .map(({ id, title }) => ({ module: id, title, comes: !lacks.includes(id) }));
}

function limitsBetween(before: PlanFacts | null, after: PlanFacts | null, here: Here) {
  return limitNames.flatMap((name) => {
    const { overrides } = here;
    const was = allowanceOf(name, { plan: before, overrides });
    const is = allowanceOf(name, { plan: after, overrides });
    if (was.max === is.max && was.kind === is.kind) return [];
    const used = here.used[name];
    const over = !hasRoom(is, used, 0);
    const soft = is.max !== null && is.kind === 'soft';
    return [{ name, before: was.max, after: is.max, soft, used, over }];
  });
}

function tiersBetween(before: PlanFacts | null, after: PlanFacts | null, { tier }: Here) {
  const had = termsOf(before).tiers;
  const has = termsOf(after).tiers;
  return tiers
    .filter((one) => had.includes(one) !== has.includes(one))
    .map((one) => ({ tier: one, comes: has.includes(one), present: one === tier }));
}

function whiteLabelBetween(...[before, after]: Pair) {
  const comes = mayHidePlatform(after);
  return comes === mayHidePlatform(before) ? null : { comes };
}

function flagsBetween(before: PlanFacts | null, after: PlanFacts | null, here: Here) {
  const asked = { tenantId: here.tenantId, personId: null, roles: [] };
  const by = (plan: PlanFacts | null) => ({ ...here.flags, plan: termsOf(plan).flags });
  return flags
    .filter(({ published }) => published || here.allFlags)
    .map((flag) => ({
      ...{ flag: flag.key, title: flag.title },
      before: evaluate(flag, by(before), asked).value,
      after: evaluate(flag, by(after), asked).value,
    }))
    .filter((one) => one.before !== one.after);
}
