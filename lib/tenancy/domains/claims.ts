import { and, asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { domainStates, domains, hosterNames, hosts, recordFindings } from '@/db/schema/control';
import { hostProofDays } from '@/db/sql/hosts';
import { AppError, notFound } from '../../errors';
import { Certificate, certificateOf, routeOf } from './certificate';
import { isApex } from './host-name';
import { proofRecord } from './records';

const d = domains;
const h = hosts;
const n = hosterNames;

export type Claim = typeof d.$inferSelect;

export const DomainView = z.object({
  id: z.uuid(),
  host: z.string(),
  state: z.enum(domainStates),
  /** Whether the workspace answers there; `certificate` says whether browsers can ask it to. */
  serves: z.boolean(),
  isPrimary: z.boolean(),
  redirects: z.boolean(),
  /** Whether the house gave it, without records. */
  given: z.boolean(),
  /** The TXT record that proves it, and what was seen of it. */
  proof: z.object({
    name: z.string(),
    value: z.string(),
    finding: z.enum(recordFindings).nullable(),
    /** How many other texts stand there. */
    others: z.number().int(),
  }),
  /** The record by which it leads here, and where it was seen to lead. */
  route: z.object({
    kind: z.enum(['CNAME', 'A']),
    /** A name, or addresses. */
    values: z.array(z.string()),
    finding: z.enum(recordFindings).nullable(),
    found: z.array(z.string()),
  }),
  checkedAt: z.coerce.date().nullable(),
  /** When its proof stops to count unless it is seen again; null where none counts or is needed. */
  provenUntil: z.coerce.date().nullable(),
  /** Null while it is not proven, and where nothing is known of its certificate. */
  certificate: Certificate.nullable(),
});
export type DomainView = z.output<typeof DomainView>;

const ownHost = and(eq(h.tenantId, d.tenantId), eq(h.host, d.host));
const toldOf = and(eq(n.tenantId, d.tenantId), eq(n.host, d.host));
const held = { serves: h.serves, provenAt: h.provenAt, host: h.host };
const told = { state: n.state, reason: n.reason, said: n.said, nextAt: n.nextAt };

/** The domains of the tenant in scope, the primary one first. */
export async function listDomains(db: ControlDb): Promise<DomainView[]> {
  const rows = await db
    .select({ claim: d, held, told })
    .from(d)
    .leftJoin(h, ownHost)
    .leftJoin(n, toldOf)
    .orderBy(desc(d.isPrimary), asc(d.host));
  return rows.map(viewOf);
}

/** One of them. Throws `not_found`. */
export async function getDomain(db: ControlDb, id: string): Promise<DomainView> {
  const [row] = await db
    .select({ claim: d, held, told })
    .from(d)
    .leftJoin(h, ownHost)
    .leftJoin(n, toldOf)
    .where(eq(d.id, id));
  if (!row) throw notFound('This domain');
  return viewOf(row);
}

/** The same, held until the transaction ends. Throws `not_found`. */
export async function holdDomain(db: ControlDb, id: string): Promise<Claim> {
  const [claim] = await db.select().from(d).where(eq(d.id, id)).for('update');
  if (!claim) throw notFound('This domain');
  return claim;
}

/** Throws `precondition` for a domain that needs no records. */
export function refuseGiven({ given }: DomainView): void {
  if (given) throw new AppError('precondition', 'This address was given by the platform.');
}

const dayMs = 86_400_000;

interface Found {
  claim: Claim;
  held: { serves: boolean; provenAt: Date | null; host: string } | null;
  told: Parameters<typeof certificateOf>[0];
}

function viewOf({ claim, held: own, told: asked }: Found): DomainView {
  const { id, host, state, isPrimary, redirects, finding, others, checkedAt } = claim;
  const provenUntil = own?.provenAt
    ? new Date(own.provenAt.getTime() + hostProofDays * dayMs)
    : null;
  const led = { isApex: isApex(host), found: claim.routeFound, said: asked?.said ?? null };
  return {
    ...{ id, host, state, isPrimary, redirects, checkedAt, provenUntil },
    serves: own?.serves === true && (provenUntil === null || provenUntil > new Date()),
    given: own !== null && own.provenAt === null,
    proof: { ...proofRecord(host, claim.proof), finding, others },
    route: {
      ...routeOf(led),
      finding: claim.routeFinding,
      found: claim.routeFound,
    },
    certificate: certificateOf(asked),
  };
}
