import { eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { emailDomains } from '@/db/schema/control';
import { read } from '@/db/wire/access';
import { writeAudit } from '../../doors/audit';
import type { ControlCtx } from '../../doors/ctx';
import { readTextRecords } from '../../egress/text-records';
import { notFound } from '../../errors';
import { countLookUp } from '../guesses';
import { type Claim, type EmailDomainView, getClaim, holdClaim, isProven } from './claims';
import { proofRecord } from './proof-record';
import { tellOfBroken, tellOfMended, tellOfTaken } from './tell-admins';

const d = emailDomains;

type Finding = Exclude<Claim['finding'], null>;

/** What a look into DNS came to, and when it began. */
interface Sight {
  claimId: string;
  /** What was looked for. */
  proof: string;
  askedAt: Date;
  finding: Finding;
  /** Texts that are not ours. */
  others: number;
}

/**
 * Looks for the record of a domain and notes what came of it. A right one makes the domain the
 * tenant's, unless another of the pool has it. Throws `not_found`, `limit`.
 */
export async function checkEmailDomain(ctx: ControlCtx, id: string): Promise<EmailDomainView> {
  await getClaim(ctx.db, id);
  await countLookUp(ctx.tenant.id);
  const sight = await look(ctx.db, eq(d.id, id));
  if (!sight) throw notFound('This e-mail domain');
  return await ctx.transact(async (db) => {
    const change = await settle(ctx, db, sight);
    ctx.about('email_domain', id, { ...change });
    return await getClaim(db, id);
  });
}

/** The same as a job, which notes in the audit trail what it changed. Nothing for one that is gone. */
export async function recheckEmailDomain(ctx: ControlCtx, domain: string): Promise<void> {
  const sight = await look(ctx.db, eq(d.domain, domain));
  if (!sight) return;
  await ctx.transact(async (db) => {
    const change = await settle(ctx, db, sight);
    if (!change.after) return;
    await writeAudit('control', db, {
      meta: { name: 'emailDomains.recheck' },
      call: ctx.call,
      actor: ctx.actor,
      subject: { kind: 'email_domain', id: sight.claimId, detail: { ...change } },
    });
  });
}

async function look(db: ControlDb, which: ReturnType<typeof eq>) {
  const [claim] = await db
    .select({
      id: d.id,
      domain: d.domain,
      proof: d.proof,
      askedAt: sql<Date>`clock_timestamp()`.mapWith(d.createdAt),
    })
    .from(d)
    .where(which);
  if (!claim) return null;
  const { name, value } = proofRecord(claim.domain, claim.proof);
  const texts = await readTextRecords(name);
  const { id: claimId, proof, askedAt } = claim;
  return { claimId, proof, askedAt, ...judge(texts, value) };
}

function judge(texts: string[] | null, value: string): Pick<Sight, 'finding' | 'others'> {
  if (!texts) return { finding: 'failed', others: 0 };
  const others = texts.filter((text) => text.trim() !== value).length;
  if (others < texts.length) return { finding: 'right', others };
  return { finding: others > 0 ? 'other' : 'none', others };
}

interface Change {
  domain: string;
  before?: Partial<Pick<Claim, 'state' | 'joins'>>;
  after?: Partial<Pick<Claim, 'state' | 'joins'>>;
}

/**
 * Writes a sight down, unless a later one is there. Where the proof had stopped to count, nobody joins
 * by it again until an admin says so.
 */
async function settle(ctx: ControlCtx, db: ControlDb, sight: Sight): Promise<Change> {
  const { claimId: id } = sight;
  const claim = await holdClaim(db, id);
  const { domain } = claim;
  // Another record is looked for by now, as after the end of a hold.
  if (claim.proof !== sight.proof) return { domain };
  if (claim.checkedAt && claim.checkedAt > sight.askedAt) return { domain };
  const counted = await isProven(db, domain);
  const right = sight.finding === 'right';
  const held = right && (await take(db, domain));
  // Whoever had it learns that it is another's; whoever never had, by the record alone.
  const lost = !held && (right || (claim.state !== 'pending' && (await isAnothers(db, domain))));
  const state = stateAfter(claim, sight, { held, counted });
  const joins = claim.joins && counted;
  await db
    .update(d)
    .set({
      ...{ state, joins, others: sight.others, checkedAt: sight.askedAt },
      finding: lost ? 'held' : sight.finding,
    })
    .where(eq(d.id, id));
  const isNews = lost && claim.finding !== 'held';
  if (state !== claim.state || isNews) await tell(ctx, db, { claim, lost });
  if (state === claim.state && joins === claim.joins) return { domain };
  const before = { state: claim.state, joins: claim.joins };
  return { domain, before, after: { state, joins } };
}

interface News {
  /** As it was before. */
  claim: Claim;
  /** Whether another tenant has proven the domain meanwhile. */
  lost: boolean;
}

/** Of a record that went or came back; whoever proves a domain for the first time sees it themself. */
async function tell(ctx: ControlCtx, db: ControlDb, { claim, lost }: News) {
  const { id, domain, state: before } = claim;
  if (before === 'pending') return;
  if (lost) return await tellOfTaken(ctx, db, domain);
  const { state, joins, provenUntil: until } = await getClaim(db, id);
  if (state === 'verified') await tellOfMended(ctx, db, { domain, joins });
  else await tellOfBroken(ctx, db, { domain, until });
}

function stateAfter(
  { state }: Claim,
  { finding }: Sight,
  { held, counted }: { held: boolean; counted: boolean },
): Claim['state'] {
  if (held) return 'verified';
  // Name servers that do not answer say nothing of the record.
  return state === 'pending' || (finding === 'failed' && counted) ? state : 'broken';
}

async function take(db: ControlDb, domain: string): Promise<boolean> {
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select control.hold_email_domain(${domain}) as held`,
  );
  return rows[0]?.held === true;
}

async function isAnothers(db: ControlDb, domain: string): Promise<boolean> {
  const { rows } = await db.execute(
    read(sql`select control.email_domain_is_anothers(${domain}) as anothers`),
  );
  return (rows[0] as { anothers: boolean } | undefined)?.anothers === true;
}
