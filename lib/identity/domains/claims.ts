import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  emailDomainFindings,
  emailDomainHolders,
  emailDomainStates,
  emailDomains,
} from '@/db/schema/control';
import { proofDays } from '@/db/sql/email-domains';
import { notFound } from '../../errors';
import { proofRecord } from './proof-record';

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
  /** Texts that stand there instead. */
  found: z.array(z.string()),
  checkedAt: z.coerce.date().nullable(),
  /** When its proof stops to count unless it is seen again; null where none counts. */
  provenUntil: z.coerce.date().nullable(),
  joins: z.boolean(),
  joinRoleId: z.uuid().nullable(),
});
export type EmailDomainView = z.output<typeof EmailDomainView>;

/** Whether the tenant has a domain on a proof that counts at this moment, by the database's clock. */
const proofCounts = sql`${h.provenAt} > clock_timestamp() - make_interval(days => ${proofDays})`;

/** Joins a claim with the tenant's own hold on its domain, as long as that counts. */
export const heldHere = and(eq(h.tenantId, d.tenantId), eq(h.domain, d.domain), proofCounts);

/** The claims of the tenant in scope, by name. */
export async function listClaims(db: ControlDb): Promise<EmailDomainView[]> {
  const rows = await db
    .select({ claim: d, provenAt: h.provenAt })
    .from(d)
    .leftJoin(h, heldHere)
    .orderBy(asc(d.domain));
  return rows.map(({ claim, provenAt }) => viewOf(claim, provenAt));
}

/** One of them. Throws `not_found`. */
export async function getClaim(db: ControlDb, id: string): Promise<EmailDomainView> {
  const [row] = await db
    .select({ claim: d, provenAt: h.provenAt })
    .from(d)
    .leftJoin(h, heldHere)
    .where(eq(d.id, id));
  if (!row) throw notFound('This e-mail domain');
  return viewOf(row.claim, row.provenAt);
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

function viewOf(claim: Claim, provenAt: Date | null): EmailDomainView {
  const { id, domain, state, finding, found, checkedAt, joins, joinRoleId } = claim;
  const provenUntil = provenAt && new Date(provenAt.getTime() + proofDays * dayMs);
  const record = proofRecord(domain, claim.proof);
  const joining = { joins: joins && provenUntil !== null, joinRoleId };
  return { id, domain, state, record, finding, found, checkedAt, provenUntil, ...joining };
}
