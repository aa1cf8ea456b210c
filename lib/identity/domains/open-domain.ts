import { and, eq, type SQL } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { emailDomainHolders, emailDomains, roles } from '@/db/schema/control';
import type { RoleFact } from '../../access/rights';
import { holdRole, roleColumns } from '../role-grants';
import { heldHere } from './claims';
import { domainOf, isSubAddress } from './domain-name';
import { maySetStill } from './setter';

const d = emailDomains;
const h = emailDomainHolders;

/** A domain by which people join, and the role they get. */
export interface OpenDomain {
  domain: string;
  role: RoleFact;
}

/**
 * The domain by which somebody with this address may join the tenant in scope: one whose proof counts
 * at this moment and was not missed by the last look, and whose role is there, given by who may give it
 * still; null when there is none, and for a sub-address.
 */
export async function findOpenDomain(db: ControlDb, email: string): Promise<OpenDomain | null> {
  if (isSubAddress(email)) return null;
  const [found] = await openDomains(db, eq(d.domain, domainOf(email))).limit(1);
  if (!found || !(await maySetStill(db, found))) return null;
  return { domain: found.domain, role: found.role };
}

/**
 * The same for a write: neither role nor switch changes before its transaction ends. The role comes
 * first, as for whoever deletes it. Throws `not_found` for one that was deleted meanwhile.
 */
export async function holdOpenDomain(db: ControlDb, email: string): Promise<OpenDomain | null> {
  const asked = await findOpenDomain(db, email);
  if (!asked) return null;
  const role = await holdRole(db, asked.role.id);
  await db.select({ id: d.id }).from(d).where(eq(d.domain, asked.domain)).for('share');
  const now = await findOpenDomain(db, email);
  return now?.role.id === role.id ? now : null;
}

/** Whether people join here by their address at all. */
export async function joinsByDomain(db: ControlDb): Promise<boolean> {
  for (const found of await openDomains(db)) if (await maySetStill(db, found)) return true;
  return false;
}

const openDomains = (db: ControlDb, which?: SQL) =>
  db
    .select({ domain: d.domain, role: roleColumns, setBy: d.joinsSetBy })
    .from(d)
    .innerJoin(h, heldHere)
    .innerJoin(roles, and(eq(roles.tenantId, d.tenantId), eq(roles.id, d.joinRoleId)))
    .where(and(eq(d.joins, true), eq(d.state, 'verified'), which));
