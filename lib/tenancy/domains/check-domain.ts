import { and, eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { domains, hosterNames, hosts } from '@/db/schema/control';
import { homeDays, hostProofDays } from '@/db/sql/hosts';
import { writeAudit } from '../../doors/audit';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { countLookUp } from '../../identity/guesses';
import { type Claim, type DomainView, getDomain, holdDomain, refuseGiven } from './claims';
import { lookAt, type Sight } from './records';
import { tellOfBroken, tellOfEnding, tellOfLive } from './tell-admins';

const d = domains;

/** A look at a claim, and when it began. */
interface Look {
  claim: Pick<Claim, 'id' | 'proof'>;
  askedAt: Date;
  sight: Sight;
}

/**
 * Looks for the records of a domain and notes what came of it. The right proof makes the host the
 * tenant's, unless another has it; with the right route it goes live. Throws `not_found`, `limit`,
 * `precondition` for one that the house gave.
 */
export async function checkDomain(ctx: ControlCtx, id: string): Promise<DomainView> {
  refuseGiven(await getDomain(ctx.db, id));
  await countLookUp(ctx.tenant.id);
  const look = await lookFor(ctx.db, eq(d.id, id));
  if (!look) throw notFound('This domain');
  return await ctx.transact(async (db) => {
    const change = await settle(ctx, db, look);
    ctx.about('domain', id, { ...change });
    return await getDomain(db, id);
  });
}

/** The same as a job, which notes in the audit trail what it changed. Nothing for one that is gone. */
export async function recheckDomain(ctx: ControlCtx, host: string): Promise<void> {
  const look = await lookFor(ctx.db, eq(d.host, host));
  if (!look) return;
  await ctx.transact(async (db) => {
    const change = await settle(ctx, db, look);
    if (!change.after) return;
    await writeAudit('control', db, {
      meta: { name: 'domains.recheck' },
      call: ctx.call,
      actor: ctx.actor,
      subject: { kind: 'domain', id: look.claim.id, detail: { ...change } },
    });
  });
}

async function lookFor(db: ControlDb, which: ReturnType<typeof eq>): Promise<Look | null> {
  const [claim] = await db
    .select({
      id: d.id,
      host: d.host,
      proof: d.proof,
      askedAt: sql<Date>`clock_timestamp()`.mapWith(d.createdAt),
      isOurs: sql<boolean>`${hosts.host} is not null`,
      said: hosterNames.said,
    })
    .from(d)
    .leftJoin(hosts, and(eq(hosts.host, d.host), eq(hosts.tenantId, d.tenantId)))
    .leftJoin(hosterNames, and(eq(hosterNames.host, d.host), eq(hosterNames.tenantId, d.tenantId)))
    .where(which);
  if (!claim) return null;
  const { id, proof, askedAt } = claim;
  return { claim: { id, proof }, askedAt, sight: await lookAt(claim) };
}

interface Change {
  host: string;
  before?: { state: Claim['state'] };
  after?: { state: Claim['state'] };
}

/** Writes a look down, unless a later one is there, or another record is looked for by now. */
async function settle(ctx: ControlCtx, db: ControlDb, look: Look): Promise<Change> {
  const { sight, askedAt } = look;
  const claim = await holdDomain(db, look.claim.id);
  const { id, host } = claim;
  if (claim.proof !== look.claim.proof) return { host };
  if (claim.checkedAt && claim.checkedAt > askedAt) return { host };
  const right = sight.finding === 'right';
  const held = right && (await hold(db, host, sight.routeFinding === 'right'));
  const finding = right && !held ? 'held' : sight.finding;
  const own = await holdOf(ctx, db, host);
  const state = stateAfter(claim, { ...sight, held }, own);
  const { others, routeFinding, routeFound } = sight;
  await db
    .update(d)
    .set({
      ...{ state, finding, others, routeFinding, routeFound, checkedAt: askedAt },
      ...(held && !claim.verifiedAt && { verifiedAt: askedAt }),
    })
    .where(eq(d.id, id));
  const now: Worse = { ...own, finding, askedAt };
  if (state === 'broken' && endsSoon(claim, now)) {
    await tellOfEnding(ctx, db, await getDomain(db, id));
  } else if (state !== claim.state) await tell(ctx, db, claim);
  else if (state === 'broken') await tellMore(ctx, db, claim, now);
  if (state === claim.state) return { host };
  return { host, before: { state: claim.state }, after: { state } };
}

type Finding = Claim['finding'];

/** Whether the proof of one that is broken by its route went too, of which nobody was told. */
const lostProof = (before: Finding, after: Finding) =>
  (before === 'right' || before === 'failed') && (after === 'none' || after === 'other');

interface Worse extends Hold {
  finding: Finding;
  askedAt: Date;
}

/** Whether one that is broken is lost in some days from this look on, also where it broke just now. */
const endsSoon = ({ checkedAt }: Claim, now: Worse) =>
  now.finding !== 'right' && now.serves && passedSince(checkedAt, now, hostProofDays - warnedDays);

/** What is new of one that is broken: its proof went too, or its name servers fell silent. */
async function tellMore(ctx: ControlCtx, db: ControlDb, claim: Claim, now: Worse) {
  const silent = now.finding === 'failed' && passedSince(claim.checkedAt, now, homeDays);
  if (silent || lostProof(claim.finding, now.finding)) await tell(ctx, db, claim);
}

/** How long before a domain is lost its admins are told once more. */
const warnedDays = 3;

/** Whether the proof became so many days old between two looks. */
function passedSince(before: Date | null, { provenAt, askedAt }: Worse, days: number): boolean {
  if (!before || !provenAt) return false;
  const at = provenAt.getTime() + days * 86_400_000;
  return before.getTime() < at && at <= askedAt.getTime();
}

/** Of a domain that went or came back; whoever sets one up for the first time sees it themself. */
async function tell(ctx: ControlCtx, db: ControlDb, { id, state: before }: Claim) {
  const domain = await getDomain(db, id);
  if (domain.state === 'broken') await tellOfBroken(ctx, db, domain);
  else if (domain.state === 'live' && before === 'broken') await tellOfLive(ctx, db, domain.host);
}

type Judged = Sight & { held: boolean };

/** Name servers that do not answer say nothing of a record, until its proof grows old. */
function stateAfter({ state }: Claim, seen: Judged, own: Hold): Claim['state'] {
  if (seen.held) {
    if (seen.routeFinding === 'right') return 'live';
    if (seen.routeFinding === 'failed' && (state === 'live' || state === 'broken')) return state;
    return own.serves ? 'broken' : 'verified';
  }
  if (state === 'pending' || state === 'released') return state;
  if (seen.finding === 'failed' && !own.isOld) return state;
  return own.serves ? 'broken' : 'pending';
}

interface Hold {
  serves: boolean;
  /** Whether the proof was not seen for days. */
  isOld: boolean;
  provenAt: Date | null;
}

async function holdOf({ tenant }: ControlCtx, db: ControlDb, host: string): Promise<Hold> {
  const [own] = await db
    .select({
      serves: hosts.serves,
      provenAt: hosts.provenAt,
      isOld: sql<boolean>`coalesce(${hosts.provenAt} < clock_timestamp()
        - make_interval(days => ${homeDays}), true)`,
    })
    .from(hosts)
    .where(and(eq(hosts.host, host), eq(hosts.tenantId, tenant.id)));
  return own ?? { serves: false, isOld: true, provenAt: null };
}

async function hold(db: ControlDb, host: string, serves: boolean): Promise<boolean> {
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select control.hold_host(${host}, ${serves}) as held`,
  );
  return rows[0]?.held === true;
}
