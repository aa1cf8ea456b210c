import { and, gt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { userSubscriptions } from '@/db/schema/control';
import type { RoleFact } from '../../access/rights';
import { loadRoles } from '../../access/roles/role';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { type Book, bookOfMember } from '../subscriptions/book';
import { listSteps, openSubscriptions, refuseMoved } from '../subscriptions/read';
import type { SubscriptionView, Turned } from '../subscriptions/shapes';
import { begin, inTurn, turn, unschedule } from '../subscriptions/turn';
import { planned } from './admins';
import { changesFor, personNow } from './foresee';
import { type FoundVersion, userOffersFor, userVersionOf } from './read';
import { hasAdminRights } from './roles';
import type { MyEnding, MyPlan, MyPlanShown, MySubscription, MyWish } from './shapes';
import { findSubscription, refuseNoMember } from './subscribers';
import { tellAdmins } from './tell';

/** Far beyond what somebody needs who compares plans. */
const mostWishesPerDay = 20;

type Open = z.input<typeof SubscriptionView>;
type Result = z.input<typeof Turned>;

/** The plan of who asks: what it is, what others would change, and what became of it so far. */
export async function getMyPlan(ctx: ControlCtx): Promise<z.input<typeof MyPlan>> {
  const { db, tenant } = ctx;
  const book = bookOfMember(tenant.id, memberOf(ctx));
  const { held, signing } = await openSubscriptions(db, tenant.id, book);
  const terms = held ? (await userVersionOf(db, held)).terms : null;
  const now = await personNow(db, book.turnOf, held);
  const offers = await offersTo(ctx);
  const rolesBy = await rolesOf(ctx, offers);
  return {
    ...{ held, signing, prices: terms?.prices ?? [] },
    ...{ description: terms?.description ?? '', includes: terms?.includes ?? [] },
    ending: changesFor(now, null),
    nextIsOwn: held ? await isOwnStep(ctx, held.id) : false,
    offers: offers.map(({ planId, name, version, terms: offered }) => {
      const roles = rolesBy(offered);
      return {
        ...{ planId, name, version, description: offered.description },
        ...{ includes: offered.includes, prices: offered.prices },
        signing: mayNotSign(held, roles) ? ('admin' as const) : offered.signing,
        present: held?.planId === planId && held.version === version,
        changes: changesFor(now, { roles, prices: offered.prices }),
      };
    }),
    history: await listSteps(db, tenant.id, book),
  };
}

/** Whether a plan is offered to who asks, or they have or had one. */
export async function isMyPlanShown(ctx: ControlCtx): Promise<z.input<typeof MyPlanShown>> {
  const { db, tenant } = ctx;
  const own = await db
    .select({ id: userSubscriptions.id })
    .from(userSubscriptions)
    .where(bookOfMember(tenant.id, memberOf(ctx)).own)
    .limit(1);
  return { shown: own.length > 0 || (await offersTo(ctx)).length > 0 };
}

/**
 * Asks for a plan. One that members sign themselves is signed at once; others wait for an admin, and
 * asked for again they wait as they do. Throws `limit`, `not_found`, `precondition`, `forbidden` to
 * tokens, `conflict` when another version was published or something else came to hold meanwhile.
 */
export async function askForMyPlan(
  ctx: ControlCtx,
  { planId, version, heldSeen, reason }: z.output<typeof MyWish>,
): Promise<Result> {
  const { db, tenant, actor } = ctx;
  const book = bookOfMember(tenant.id, deciderOf(ctx));
  // From here on nothing of what is read is changed by anybody else.
  await inTurn(db, book.turnOf);
  await refuseNoMember(db, book.turnOf);
  const { held, signing } = await openSubscriptions(db, tenant.id, book);
  refuseMoved(held, heldSeen);
  const offer = (await offersTo(ctx)).find((one) => one.planId === planId);
  if (!offer) throw notFound('This plan');
  if (offer.version !== version) {
    throw new AppError('conflict', 'This plan was changed meanwhile. Look again.');
  }
  if (held?.planId === planId && held.version === version) {
    throw new AppError('precondition', 'You are on this plan already.');
  }
  if (signing) refusePlanned(signing);
  const roles = (await rolesOf(ctx, [offer]))(offer.terms);
  const waits = offer.terms.signing === 'admin' || mayNotSign(held, roles);
  if (waits && signing?.planId === planId && signing.version === version) {
    ctx.about('subscription', signing.id, { plan: offer.name, version, reason });
    return { id: signing.id, revision: signing.revision, state: signing.state };
  }
  await refuseMany(db, book);
  const word = { tenantId: tenant.id, byName: actor.name, reason };
  const begun = await begin(db, { planId, version, ...word }, book);
  ctx.about('subscription', begun.id, { plan: offer.name, version, reason });
  if (waits) {
    await tellAdmins(ctx, { id: begun.id, plan: offer.name });
    return { ...begun, state: 'signing' };
  }
  return await turn(db, { ...begun, to: 'signed', ...word }, book);
}

/**
 * Takes back what was asked for and nobody has signed, or the end that one planned oneself. Throws
 * `not_found`, `conflict`, `precondition`, `forbidden` to tokens.
 */
export async function withdrawMyPlan(
  ctx: ControlCtx,
  { id, revision }: z.output<typeof MySubscription>,
): Promise<Result> {
  const { db, tenant, actor } = ctx;
  const book = bookOfMember(tenant.id, deciderOf(ctx));
  await inTurn(db, book.turnOf);
  const { held, signing } = await openSubscriptions(db, tenant.id, book);
  const seen = { tenantId: tenant.id, id, revision };
  ctx.about('subscription', id);
  if (held?.id === id) {
    if (held.nextAt && !(await isOwnStep(ctx, id))) throw othersPlanned();
    return await unschedule(db, seen, book);
  }
  if (signing?.id === id) refusePlanned(signing);
  const word = { byName: actor.name, reason: 'Taken back by the member' };
  return await turn(db, { ...seen, to: 'unsigned', ...word }, book);
}

/**
 * Ends one's own plan, at once or later. What an admin suspended or planned something for stays as it
 * is: ended and signed again it would be rid of that. Throws `not_found`, `conflict`, `precondition`, `forbidden` to tokens.
 */
export async function endMyPlan(
  ctx: ControlCtx,
  { id, revision, at, reason }: z.output<typeof MyEnding>,
): Promise<Result> {
  const { db, tenant, actor } = ctx;
  const book = bookOfMember(tenant.id, deciderOf(ctx), { nextBySelf: true, nextById: actor.id });
  await inTurn(db, book.turnOf);
  const { held } = await openSubscriptions(db, tenant.id, book);
  if (held?.id !== id) throw notFound('This subscription');
  if (held.state === 'suspended') {
    throw new AppError('precondition', 'An admin suspended your plan. Ask for a change.');
  }
  if (held.nextAt && !(await isOwnStep(ctx, id))) throw othersPlanned();
  const step = { tenantId: tenant.id, id, revision, byName: actor.name, reason };
  ctx.about('subscription', id, { plan: held.name, at, reason });
  const ending = { ...step, to: 'unsigned' as const };
  return at ? await planned(db, { ...ending, at }, book) : await turn(db, ending, book);
}

/**
 * Who decides over their own plan in person: roles come with it, beyond what the scopes of a token say.
 * Throws `forbidden`, `not_found`.
 */
function deciderOf(ctx: ControlCtx): string {
  if (ctx.caller.token) {
    throw new AppError('forbidden', 'An API token cannot do this. Sign in yourself.');
  }
  return memberOf(ctx);
}

/** Plans belong to people: a call without a membership has none. */
function memberOf({ caller }: ControlCtx): string {
  if (!caller.membership) throw notFound('This member');
  return caller.membership.id;
}

/** Who has no role in the workspace sees nothing of it, its plans neither. */
const offersTo = async ({ db, caller }: ControlCtx): Promise<FoundVersion[]> =>
  caller.roles.length === 0
    ? []
    : await userOffersFor(db, new Set(caller.roles.map(({ id }) => id)));

/**
 * Whether an admin signs, whatever the plan says: what holds was suspended or is about to change, or a
 * role that the plan gives came to do what only admins may.
 */
const mayNotSign = (held: Open | null, roles: RoleFact[]): boolean =>
  held?.state === 'suspended' || !!held?.nextAt || roles.some(hasAdminRights);

/** The roles that come with each of these, read at once. */
async function rolesOf({ db }: ControlCtx, offers: readonly FoundVersion[]) {
  const ids = [...new Set(offers.flatMap(({ terms }) => terms.roleIds))];
  const found = await loadRoles(db, ids, 'planId');
  return ({ roleIds }: FoundVersion['terms']) => found.filter(({ id }) => roleIds.includes(id));
}

const isOwnStep = async ({ db }: ControlCtx, id: string): Promise<boolean> => {
  const { nextAt, nextBySelf } = await findSubscription(db, id);
  return nextAt !== null && nextBySelf;
};

/** Each wish writes to all who sign plans. Throws `limit`. */
async function refuseMany(db: ControlDb, { own }: Book): Promise<void> {
  const today = gt(userSubscriptions.createdAt, sql`now() - interval '1 day'`);
  if ((await db.$count(userSubscriptions, and(own, today))) < mostWishesPerDay) return;
  throw new AppError('limit', 'You changed plans many times today. Come back tomorrow.');
}

/** What admins planned is not given up for something else. */
function refusePlanned({ nextAt }: Open): void {
  if (nextAt !== null) throw othersPlanned();
}

const othersPlanned = () =>
  new AppError('precondition', 'An admin planned something for your plan. Ask for a change.');
