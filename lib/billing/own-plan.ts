import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { placements } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { AppError, invalid } from '../errors';
import { type Tier, tiers } from '../tenancy/tiers';
import { changesBetween, type Here, PlanChanges } from './changes';
import { Charge, chargesOf } from './charges';
import { termsAt } from './held-plan';
import { wallsOf } from './left-to-staff';
import { offerNow, offersFor } from './offers';
import { askToPay, Paying } from './payment/ask';
import { paidFor, payableVersions, paymentOf } from './payment/read';
import { Payment } from './payment/shapes';
import { refuseOnItsWay } from './payment/write';
import { Prices } from './prices';
import { OwedBack, owedBackTo } from './stripe/owed';
import { limitsHere, listSteps, openSubscriptions, refuseMoved } from './subscriptions/read';
import { LimitHere, Seen, Step, SubscriptionView, Turned } from './subscriptions/shapes';
import { begin, inTurn, turn } from './subscriptions/turn';
import { housePlan, type PlanFacts, type PlanTerms, termsOf } from './terms';
import { readOwn, usedBy } from './used';

const ways = ['self', 'payment', 'change', 'staff'] as const;

const Offer = z.strictObject({
  planId: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  description: z.string(),
  prices: Prices,
  /** Who brings it about here; `change`: what is paid for goes on as this one. */
  signing: z.enum(ways),
  /** How it can be paid for. */
  charges: z.array(Charge),
  /** Whether it would be paid for if Stripe knew it, or took another currency here. */
  isUnpayable: z.boolean(),
  trialDays: z.number().int(),
  /** Whether this very version holds now. */
  present: z.boolean(),
  changes: PlanChanges,
});

export const OwnPlan = z.strictObject({
  name: z.string(),
  /** Null where nobody put this workspace on a plan. */
  held: SubscriptionView.nullable(),
  /** Whether a plan limits what there may be all the same, as it does for all that are on none. */
  fallback: z.boolean(),
  signing: SubscriptionView.nullable(),
  description: z.string(),
  prices: Prices,
  limits: z.array(LimitHere),
  tiers: z.array(z.enum(tiers)),
  offers: z.array(Offer),
  payment: Payment,
  back: OwedBack,
  history: z.array(Step),
});
export type OwnPlan = z.output<typeof OwnPlan>;

export const PlanWish = z.strictObject({
  planId: z.uuid(),
  /** As it was read. */
  version: z.number().int().min(1).max(1_000_000),
  heldSeen: Seen,
  /** How it is paid for, where it is. */
  paying: Paying.nullish(),
  reason: z
    .string()
    .trim()
    .min(2, 'Say why, so that the platform and your colleagues understand it.')
    .max(300, 'Keep this under 300 characters.'),
});

/** The wish, with what Stripe was asked for because of it. */
export const Wished = Turned.extend({ askId: z.uuid().nullable() });

/** The plan of this workspace: what it has, how much of it is used, and what others would change. */
export async function getOwnPlan(ctx: ControlCtx): Promise<z.input<typeof OwnPlan>> {
  const { db, tenant, caller } = ctx;
  const here = await hereOf(ctx);
  const { held, signing } = await openSubscriptions(db, tenant.id);
  const own = held ? await termsAt(db, held.planId, held.version) : null;
  const offers = await offersFor(db);
  const payment = await paymentOf(db, { heldId: held?.id, signingId: signing?.id });
  const walls = await wallsOf(db, tenant.id);
  const standing = { held, walls, payable: await payableVersions(db), payment };
  return {
    ...{ name: caller.plan?.name ?? housePlan.name, held, signing },
    fallback: caller.plan?.fallback ?? false,
    ...{ description: own?.description ?? '', prices: own?.prices ?? [] },
    limits: limitsHere(caller, here.used),
    tiers: [...termsOf(caller.plan).tiers],
    offers: offers.map(({ id, name, version, terms }) => ({
      ...{ planId: id, name, version, description: terms.description, prices: terms.prices },
      ...wayOf({ id, version, terms }, standing),
      trialDays: terms.trialDays,
      isUnpayable: isUnpayable({ id, version, terms }, standing),
      present: held?.planId === id && held.version === version,
      changes: changesBetween(caller.plan, factsOf({ id, name, version, terms }), here),
    })),
    payment,
    back: await owedBackTo(db, tenant.id),
    history: await listSteps(db, tenant.id),
  };
}

/**
 * Asks for a plan. One that may be signed by whoever it is offered to is signed at once; the rest waits
 * for the platform, as does what only the platform can bring about (`mayNotSign`). Throws
 * `not_found`, `precondition`, `conflict` when another version was published or something else came to
 * hold meanwhile.
 */
export async function askForPlan(
  ctx: ControlCtx,
  { planId, version, heldSeen, paying, reason }: z.output<typeof PlanWish>,
): Promise<z.input<typeof Wished>> {
  const { db, tenant, actor } = ctx;
  // From here on nothing of what is read is changed by anybody else.
  await inTurn(db, tenant.id);
  const { held, signing } = await openSubscriptions(db, tenant.id);
  refuseMoved(held, heldSeen);
  const offer = await offerNow(db, { planId, version });
  if (held?.planId === planId && held.version === version) {
    throw new AppError('precondition', 'This workspace is on this plan already.');
  }
  if (signing) await refuseGiving(ctx, signing);
  const paid = await paidFor(db, held?.id);
  const standing = {
    ...{ held, walls: await wallsOf(db, tenant.id), payable: await payableVersions(db) },
    payment: { paid },
  };
  const { signing: way, charges } = wayOf(offer, standing);
  const pays = way === 'payment' || way === 'change' ? refuseOther(charges, paying) : null;
  const word = { byName: actor.name, reason };
  const begun = await begin(db, { tenantId: tenant.id, planId, version, ...word });
  ctx.about('subscription', begun.id, { plan: offer.name, version, reason });
  if (way === 'self') {
    const signed = await turn(db, { tenantId: tenant.id, ...begun, to: 'signed', ...word });
    return { ...signed, askId: null };
  }
  const wish = { subscriptionId: begun.id, heldId: held?.id };
  const askId = pays ? await askToPay(ctx, { ...wish, paying: pays }) : null;
  return { ...begun, state: 'signing', askId };
}

export const Withdrawal = z.strictObject({
  id: z.uuid(),
  revision: z.number().int().min(1).max(1_000_000_000),
});

/** Takes back what was asked for and nobody has signed. Throws `not_found`, `conflict`, `precondition`. */
export async function withdrawWish(
  ctx: ControlCtx,
  { id, revision }: z.output<typeof Withdrawal>,
): Promise<z.input<typeof Turned>> {
  const { db, tenant, actor } = ctx;
  await inTurn(db, tenant.id);
  const { held, signing } = await openSubscriptions(db, tenant.id);
  if (held?.id === id) {
    throw new AppError('precondition', 'This plan is signed. The platform ends it if you ask.');
  }
  if (signing?.id === id) await refuseGiving(ctx, signing);
  ctx.about('subscription', id);
  const word = { byName: actor.name, reason: 'Taken back by this workspace' };
  return await turn(db, { tenantId: tenant.id, id, revision, to: 'unsigned', ...word });
}

type Open = z.input<typeof SubscriptionView>;

/**
 * Whether the platform signs, whatever the plan says: what holds was suspended or is about to change, or
 * the data stands behind walls, or is on its way behind some, that do not come with the plan.
 */
const mayNotSign = (held: Open | null, { tiers: own }: PlanTerms, walls: Tier[]): boolean =>
  held?.state === 'suspended' || !!held?.nextAt || walls.some((tier) => !own.includes(tier));

interface Standing {
  held: Open | null;
  walls: Tier[];
  payable: ReadonlySet<string>;
  payment: Pick<z.input<typeof Payment>, 'paid'>;
}

interface Offered {
  id: string;
  version: number;
  terms: PlanTerms;
}

/** Who brings an offer about, and how it can be paid for; staff where it can be in no way. */
function wayOf(
  { id, version, terms }: Offered,
  { held, walls, payable, payment: { paid } }: Standing,
): { signing: (typeof ways)[number]; charges: Charge[] } {
  if (mayNotSign(held, terms, walls)) return { signing: 'staff', charges: [] };
  if (terms.signing !== 'payment') return { signing: terms.signing, charges: [] };
  const all = payable.has(`${id} ${version}`) ? chargesOf(terms.prices) : [];
  // What is paid for goes on in its currency.
  const charges = all.filter(({ currency }) => !paid || currency === paid.charge.currency);
  if (charges.length === 0) return { signing: 'staff', charges };
  return { signing: paid ? 'change' : 'payment', charges };
}

/** Whether staff sign it since it cannot be paid for. */
const isUnpayable = (offer: Offered, standing: Standing): boolean =>
  offer.terms.signing === 'payment' &&
  !mayNotSign(standing.held, offer.terms, standing.walls) &&
  wayOf(offer, standing).signing === 'staff';

function refuseOther(charges: readonly Charge[], paying: z.output<typeof PlanWish>['paying']) {
  const charge = paying?.charge;
  const known = charges.some(
    ({ currency, interval }) => currency === charge?.currency && interval === charge.interval,
  );
  if (!paying || !known) throw invalid('paying', 'Choose how to pay.');
  return paying;
}

/** Throws where what is being signed is not the tenant's to give up. */
async function refuseGiving(ctx: ControlCtx, signing: Open): Promise<void> {
  refusePlanned(signing);
  await refuseOnItsWay(ctx, signing.id);
}

/** What the platform planned is not given up for something else. */
function refusePlanned({ nextAt }: Open): void {
  if (nextAt === null) return;
  throw new AppError('precondition', 'The platform planned another plan. Ask it for a change.');
}

async function hereOf({ db, tenant, caller, readTenant }: ControlCtx): Promise<Here> {
  return {
    tenantId: tenant.id,
    used: await usedBy({ db }, await readTenant(readOwn)),
    overrides: caller.overrides,
    tier: await tierOf(db),
    flags: caller.flags,
    allFlags: false,
  };
}

async function tierOf(db: ControlDb): Promise<Here['tier']> {
  const [place] = await db.select({ tier: placements.tier }).from(placements);
  return place?.tier ?? null;
}

const factsOf = (plan: Omit<PlanFacts, 'state'>): PlanFacts => ({ ...plan, state: 'signed' });
