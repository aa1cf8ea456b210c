import { and, eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { logins, memberships, poolArrivals, poolJoins, tenants, users } from '@/db/schema/control';
import { standingOwner } from '../../access/ownership/ownership';
import { inTurn } from '../../access/people/last-admin';
import type { PoolCtx } from '../../doors/ctx';
import type { OpenJoin } from '../../doors/other-pool';
import { checkFresh, checkStanding, checkWholeAccount } from '../../doors/standing';
import { AppError } from '../../errors';
import { enqueueControlJob } from '../../jobs/enqueue';
import { personRenames } from '../../modules/person-renames';
import { createAccount, markVerified, type NewAccount } from '../accounts';
import { isMember, syncPerson } from '../memberships';
import { type Introduction, prepareAccount } from '../newcomers';
import { mintOneTime } from '../one-time';
import { lockAccount } from '../passkeys/passkey';
import { type Claim, openClaim, proofsOf, spendClaim } from './claims';
import { endWithTheLast } from './joins';
import { shutFormerWays } from './settle';
import { joinIsOver, poolOf } from './sides';
import { tellOfComingOver } from './tell';
import { tied } from './ties';

export interface Finish extends Introduction {
  claim: string;
}

/** Time a browser gets to trade the ticket for its cookie. */
const ttlSeconds = 60;

/**
 * Makes a membership of the former pool one of the account that was proven, with all that it carries,
 * in one transaction, and answers a ticket to sign in with. The owner's begins the join in the same.
 * What tenant rows say of the person follows by jobs. Throws `precondition`, `invalid` on `name` and
 * `password`, `unauthenticated` when it took too long; to begin, `forbidden` for anybody but the owner
 * in a session of theirs, `proof_required`.
 */
export async function finishClaim(
  ctx: PoolCtx,
  { claim: token, ...introduction }: Finish,
): Promise<{ ticket: string }> {
  const begun = await openClaim(ctx, token);
  const { join, transact } = await ctx.otherPool();
  const begins = begun.purpose === 'begin';
  if (begins) wantConsent(ctx, begun);
  if (join.id !== begun.joinId || join.state !== (begins ? 'offered' : 'running')) {
    throw joinIsOver();
  }
  const { formerUserId } = begun;
  if (!formerUserId || (!begun.newUserId && !begun.newEmail)) throw unproven();
  const newcomer = begun.newEmail ? await prepared(ctx, begun.newEmail, introduction, join) : null;
  const former = await poolOf(ctx, begun, 'former');
  const { state: formerState, account } = await former.run(async (db) => ({
    state: await proofsOf(db, formerUserId),
    account: await addressOf(db, formerUserId),
  }));
  if (!account) throw unproven();
  const enter = begins ? transact : ctx.transact;
  return await enter(async (db) => {
    await inTurn(db);
    const { newUserId } = begun;
    if (newUserId) await lockAccount(db, newUserId);
    const claim = await spendClaim(ctx, db, token);
    wantSame(claim.formerState, formerState);
    if (newUserId) wantSame(claim.newState, await proofsOf(db, newUserId));
    if (begins) await begin(db, { join, claim });
    else await stillRuns(db, join);
    // Another account may have been proven in this browser meanwhile.
    for (const key of ['formerUserId', 'newUserId', 'newEmail'] as const) {
      if (claim[key] !== begun[key]) throw unproven();
    }
    const userId = newUserId ?? (newcomer && (await opened(db, newcomer)));
    if (!userId) throw unproven();
    await take(db, { join, formerUserId, userId });
    await tellOfComingOver(ctx, db, { former: account, userId });
    const ended = await endWithTheLast(db);
    about(ctx, { join, claim, userId, ended });
    return { ticket: await ticket(ctx, db, { join, claim, userId }) };
  });
}

interface Finished extends Ticketed {
  ended: boolean;
}

function about(ctx: PoolCtx, { join, claim, userId, ended }: Finished) {
  const detail = { member: userId, from: claim.formerUserId, ...(ended && { ended }) };
  if (claim.purpose === 'come_over') return ctx.about('member', userId, detail);
  const pools = { pool: join.poolName, fromPool: join.formerPoolId, toPool: join.poolId };
  ctx.about('pool_join', join.id, { ...pools, ...detail });
}

/** A claim is worth as much as its token; the owner's word is theirs only while they are signed in. */
function wantConsent({ caller, call }: PoolCtx, { formerUserId }: Claim) {
  if (caller.user?.id !== formerUserId) throw onlyOwner();
  checkStanding(caller, call.address);
  checkWholeAccount(caller);
  checkFresh(caller);
}

async function addressOf(db: ControlDb, userId: string) {
  const [found] = await db
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  return found ?? null;
}

/** A proof lasts as long as what it was made by. */
function wantSame(proven: string | null, now: string | null) {
  if (now && proven === now) return;
  throw new AppError(
    'precondition',
    'One of these accounts changed since you proved it. Begin again.',
  );
}

async function prepared(
  ctx: PoolCtx,
  email: string,
  introduction: Introduction,
  { poolId }: OpenJoin,
): Promise<NewAccount> {
  return { ...(await prepareAccount(ctx, email, introduction)), poolId };
}

// The link that proved the address was mailed to it.
async function opened(db: ControlDb, newcomer: NewAccount): Promise<string> {
  const { id } = await createAccount(db, newcomer);
  await markVerified(db, id);
  return id;
}

/** The owner's word, given with both proofs: the tenant changes its pool with their own coming over. */
async function begin(db: ControlDb, { join, claim }: { join: OpenJoin; claim: Claim }) {
  const owner = await standingOwner(db);
  if (owner?.userId !== claim.formerUserId) throw onlyOwner();
  const [answer] = await db
    .select({ came: sql<string>`control.begin_pool_join(${join.id}::uuid, ${owner.name}::text)` })
    .from(sql`(select 1) as one`);
  if (answer?.came === 'granted') throw tied();
  if (answer?.came !== 'begun') throw joinIsOver();
  await shutFormerWays(db);
  await enqueueControlJob(db, 'poolJoin.tell', {});
}

/** And it goes on until this transaction ends, one after another. */
async function stillRuns(db: ControlDb, { id }: OpenJoin) {
  const [running] = await db
    .select({ id: poolJoins.id })
    .from(poolJoins)
    .where(and(eq(poolJoins.id, id), eq(poolJoins.state, 'running')))
    .for('update');
  if (!running) throw joinIsOver();
}

interface Taking {
  join: OpenJoin;
  formerUserId: string;
  userId: string;
}

/** Each account once, on either side: the keys of the arrivals decide between many at once. */
async function take(db: ControlDb, { join, formerUserId, userId }: Taking) {
  const [arrived] = await db
    .insert(poolArrivals)
    .values({ joinId: join.id, formerUserId, newUserId: userId, pending: [...personRenames] })
    .onConflictDoNothing()
    .returning({ id: poolArrivals.id });
  if (!arrived || (await isMember(db, userId))) throw taken();
  const [moved] = await db
    .update(memberships)
    .set({ userId, state: 'active' })
    .where(and(eq(memberships.userId, formerUserId), eq(memberships.state, 'unclaimed')))
    .returning({ id: memberships.id });
  if (!moved) throw taken();
  await db.update(tenants).set({ ownerId: userId }).where(eq(tenants.ownerId, formerUserId));
  await syncPerson(db, userId);
  await syncPerson(db, formerUserId);
  for (const job of personRenames) {
    await enqueueControlJob(db, job, { formerUserId, newUserId: userId });
  }
}

interface Ticketed {
  join: OpenJoin;
  claim: Claim;
  userId: string;
}

/** Hangs on a login of the new pool that keeps how the account was proven, and by what besides. */
async function ticket({ tenant, caller, call }: PoolCtx, db: ControlDb, of: Ticketed) {
  const { userId, claim, join } = of;
  const { poolId } = join;
  const twice = claim.newSecondFactor as (typeof logins.$inferInsert)['secondFactor'];
  const { device, address } = call;
  const method = claim.newMethod;
  if (!method) throw unproven();
  const [login] = await db
    .insert(logins)
    .values({
      ...{ poolId, userId, device, address, method },
      ...(twice && { secondFactor: twice, secondFactorAt: new Date() }),
    })
    .returning({ id: logins.id });
  if (!login) throw new Error('A login was not written.');
  return await mintOneTime(db, {
    ...{ purpose: 'arrival', poolId, tenantId: tenant.id, userId, ttlSeconds },
    host: caller.host.host,
    loginId: login.id,
  });
}

const onlyOwner = () =>
  new AppError('forbidden', 'Only the owner of this workspace can agree to it.');

const unproven = () => new AppError('precondition', 'Prove both accounts first.');

const taken = () =>
  new AppError(
    'precondition',
    'One of these accounts is a member here already. Each can come over once: prove another one, or sign in.',
  );
