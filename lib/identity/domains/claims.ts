import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  emailDomainFindings,
  emailDomainHolders,
  emailDomainStates,
  emailDomains,
  roles,
} from '@/db/schema/control';
import { proofDays } from '@/db/sql/email-domains';
import type { RoleFact } from '../../access/rights';
import { notFound } from '../../errors';
import { roleColumns } from '../role-grants';
import { proofRecord } from './proof-record';
import { maySetStill } from './setter';

const d = emailDomains;
const h = emailDomainHolders;

export type Claim = typeof d.$inferSelect;

export const EmailDomainView = z.object({
  id: z.uuid(),
  domain: z.string(),
  state: z.enum(emailDomainStates),
  /** The TXT record that proves it. */
  record: z.object({ name: z.string(), value: z.string() }),
  finding: z.enum(emailDomainFindings).nullable(),
  /** How many other texts stand there. */
  others: z.number().int(),
  checkedAt: z.coerce.date().nullable(),
  /** When its proof stops to count unless it is seen again; null where none counts. */
  provenUntil: z.coerce.date().nullable(),
  /** Whether people join by it now. */
  joins: z.boolean(),
  /** Whether they would, were its record there: the proof counts still, but the last look missed it. */
  paused: z.boolean(),
  joinRoleId: z.uuid().nullable(),
});
export type EmailDomainView = z.output<typeof EmailDomainView>;

/** Whether the tenant has a domain on a proof that counts at this moment, by the database's clock. */
const proofCounts = sql`${h.provenAt} > clock_timestamp() - make_interval(days => ${proofDays})`;

/** Joins a claim with the tenant's own hold on its domain, as long as that counts. */
export const heldHere = and(eq(h.tenantId, d.tenantId), eq(h.domain, d.domain), proofCounts);

const theirRole = and(eq(roles.tenantId, d.tenantId), eq(roles.id, d.joinRoleId));

/** The claims of the tenant in scope, by name. */
export async function listClaims(db: ControlDb): Promise<EmailDomainView[]> {
  const rows = await db
    .select({ claim: d, provenAt: h.provenAt, role: roleColumns })
    .from(d)
    .leftJoin(h, heldHere)
    .leftJoin(roles, theirRole)
    .orderBy(asc(d.domain));
  const views: EmailDomainView[] = [];
  for (const row of rows) views.push(await viewOf(db, row));
  return views;
}

/** One of them. Throws `not_found`. */
export async function getClaim(db: ControlDb, id: string): Promise<EmailDomainView> {
  const [row] = await db
    .select({ claim: d, provenAt: h.provenAt, role: roleColumns })
    .from(d)
    .leftJoin(h, heldHere)
    .leftJoin(roles, theirRole)
    .where(eq(d.id, id));
  if (!row) throw notFound('This e-mail domain');
  return await viewOf(db, row);
}

/** The same, held until the transaction ends. Throws `not_found`. */
export async function holdClaim(db: ControlDb, id: string): Promise<Claim> {
  const [claim] = await db.select().from(d).where(eq(d.id, id)).for('update');
  if (!claim) throw notFound('This e-mail domain');
  return claim;
}

/** Whether the tenant in scope has the domain on a proof that counts. */
export async function isProven(db: ControlDb, domain: string): Promise<boolean> {
  const held = await db
    .select({ domain: h.domain })
    .from(h)
    .where(and(eq(h.domain, domain), proofCounts));
  return held.length > 0;
}

const dayMs = 86_400_000;

interface Found {
  claim: Claim;
  provenAt: Date | null;
  role: RoleFact | null;
}

async function viewOf(db: ControlDb, { claim, provenAt, role }: Found): Promise<EmailDomainView> {
  const { id, domain, state, finding, others, checkedAt, joins, joinRoleId } = claim;
  const provenUntil = provenAt && new Date(provenAt.getTime() + proofDays * dayMs);
  const record = proofRecord(domain, claim.proof);
  const setBy = claim.joinsSetBy;
  const isOn =
    joins && provenUntil !== null && role !== null && (await maySetStill(db, { setBy, role }));
  const seen = state === 'verified';
  const joining = { joins: isOn && seen, paused: isOn && !seen, joinRoleId };
  return { id, domain, state, record, finding, others, checkedAt, provenUntil, ...joining };
}
