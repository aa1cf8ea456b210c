import type { z } from 'zod';
import { faultOfCharges } from '../../billing/charges';
import { findFallback } from '../../billing/held-plan';
import {
  beginPlan,
  keepArchived,
  lockPlan,
  platformShelf,
  publishDraft,
  saveDraft,
  showPlan,
} from '../../billing/shelf';
import { PlanTerms } from '../../billing/terms';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { manifests } from '../../modules/registry';
import { fits } from '../../tenancy/flags/define';
import { flagsByKey } from '../../tenancy/flags/registry';
import { inFallbackTurn } from './fallback';
import type {
  NewPlan,
  PlanAct,
  PlanDraft,
  PlanOffer,
  PlanPublishing,
  PlanShown,
  PlanState,
} from './shapes';

const shelf = platformShelf;

/** Begins a plan as a draft that nobody gets. Throws `conflict` for a name that is taken. */
export async function createPlan(
  { db, staff, about }: PlatformCtx,
  { name }: z.output<typeof NewPlan>,
): Promise<z.input<typeof PlanState>> {
  const begun = await beginPlan(db, shelf, {
    ...{ name, terms: PlanTerms.parse({}), byName: staff.name },
  });
  about('plan', begun.id, { name });
  return begun;
}

/**
 * Writes the draft of a plan; the first change after publishing begins one. Throws `not_found`,
 * `invalid` by field, `conflict` when others did so meanwhile.
 */
export async function savePlan(
  { db, staff, about }: PlatformCtx,
  { id, revision, terms }: z.output<typeof PlanDraft>,
): Promise<z.input<typeof PlanState>> {
  await lockPlan(db, shelf, id);
  refuseUnfit(terms);
  const saved = await saveDraft(db, shelf, { id, revision, terms, byName: staff.name });
  about('plan', id, { version: saved.version, terms });
  return saved;
}

/**
 * Publishes the draft as it was seen: it never changes after that, and whoever signed an earlier
 * version stays on that. Throws `not_found`, `conflict`.
 */
export async function publishPlan(
  { db, about }: PlatformCtx,
  { id, revision }: z.output<typeof PlanPublishing>,
): Promise<z.input<typeof PlanState>> {
  await lockPlan(db, shelf, id);
  const published = await publishDraft(db, shelf, { id, revision });
  about('plan', id, { version: published.version });
  return published;
}

/** Shows a plan to tenants, or to staff alone. Throws `not_found`, `precondition` without a version. */
export async function offerPlan(
  { db, about }: PlatformCtx,
  { id, offered }: z.output<typeof PlanOffer>,
): Promise<z.input<typeof PlanShown>> {
  const shown = await showPlan(db, shelf, { id, offered });
  about('plan', id, { offered });
  return shown;
}

/**
 * Nobody new gets an archived plan; whoever has it keeps it. Safe to repeat. Throws `not_found`, and
 * `precondition` for the plan that holds for tenants on none.
 */
export async function archivePlan(
  ctx: PlatformCtx,
  { id }: z.output<typeof PlanAct>,
): Promise<z.input<typeof PlanShown>> {
  await inFallbackTurn(ctx.db);
  if ((await findFallback(ctx.db))?.id === id) {
    throw new AppError(
      'precondition',
      'This plan holds for tenants on no plan. Say first what holds instead.',
    );
  }
  return await archive(ctx, id, true);
}

export const unarchivePlan = (ctx: PlatformCtx, { id }: z.output<typeof PlanAct>) =>
  archive(ctx, id, false);

async function archive(
  { db, about }: PlatformCtx,
  id: string,
  archived: boolean,
): Promise<z.input<typeof PlanShown>> {
  const shown = await keepArchived(db, shelf, { id, archived });
  about('plan', id, { archived });
  return shown;
}

/** What names something that is not there, or leaves a module without what it needs. */
function refuseUnfit({ withoutModules, flags, ...selling }: PlanTerms) {
  for (const id of withoutModules) {
    if (!manifests.some((one) => one.id === id)) throw invalid('terms.withoutModules', noModule);
  }
  for (const { id, title, needs = [] } of manifests) {
    const missing = withoutModules.includes(id)
      ? []
      : needs.filter((one) => withoutModules.includes(one));
    if (missing.length > 0) {
      throw invalid(
        'terms.withoutModules',
        `${title} needs another module that the plan leaves out.`,
      );
    }
  }
  for (const [key, value] of Object.entries(flags)) {
    const flag = flagsByKey.get(key);
    if (!flag || !fits(flag, value)) {
      throw invalid(`terms.flags.${key}`, 'Choose one of what it can be.');
    }
  }
  refuseUnpayable(selling);
}

/** What its way of signing cannot charge. */
function refuseUnpayable({
  prices,
  signing,
  trialDays,
}: Pick<PlanTerms, 'prices' | 'signing' | 'trialDays'>) {
  if (signing === 'self' && prices.some(({ kind }) => kind === 'metered' || kind === 'tiered')) {
    throw invalid('terms.signing', notByHand);
  }
  const fault = signing === 'payment' ? faultOfCharges(prices) : null;
  if (fault) throw invalid('terms.signing', fault);
  if (trialDays > 0 && signing !== 'payment') throw invalid('terms.trialDays', onlyPaid);
}

const noModule = 'There is no such module.';
const notByHand =
  'Use cannot be invoiced by hand: a plan with prices by use is paid for, or signed by staff.';
const onlyPaid = 'Only a plan that is paid for begins with free days.';
