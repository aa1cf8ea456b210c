import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { roles, securityPolicies, signInMethods } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import type { PoolCtx } from '../../doors/ctx';
import { isNetwork, isWithin } from '../../doors/networks';
import { invalid } from '../../errors';
import { canonicalHost } from '../../tenancy/urls';
import { refuseLockOut } from '../methods/lock-out';

const Network = z
  .string()
  .trim()
  .max(50)
  .refine(isNetwork, 'Write an address or a network, such as 203.0.113.0/24.');

const whole = (min: number, max: number, words: string) =>
  z.int(words).min(min, words).max(max, words);

/** The rules of sign-in of one tenant. */
export const SecurityPolicy = z.strictObject({
  /** Minutes unused and hours altogether after which a session ends; null for 7 and 30 days. */
  idleMinutes: whole(5, 10_080, 'Choose 5 minutes to 7 days.').nullable(),
  absoluteHours: whole(1, 720, 'Choose 1 hour to 30 days.').nullable(),
  /** Sessions of one person at a time, null for any number, and what one too many does. */
  maxSessions: whole(1, 100, 'Choose 1 to 100.').nullable(),
  whenFull: z.enum(['end_oldest', 'end_least_used', 'refuse']),
  networks: z
    .array(Network)
    .max(100, 'At most 100 networks.')
    .transform((all) => [...new Set(all)]),
  /** Ways to sign in that are switched off. */
  methodsOff: z
    .array(z.enum(signInMethods))
    .max(20)
    .transform((all) => [...new Set(all)]),
  secondFactor: z.enum(['optional', 'required']),
  /** Keys of the roles it is asked of; none for everybody. */
  secondFactorRoles: z.array(z.string().max(60)).max(50),
  secondFactorFrom: z.coerce.date().nullable(),
  graceDays: whole(0, 90, 'Choose 0 to 90 days.'),
});
export type SecurityPolicy = z.output<typeof SecurityPolicy>;

export const productPolicy: SecurityPolicy = {
  idleMinutes: null,
  absoluteHours: null,
  maxSessions: null,
  whenFull: 'end_oldest',
  networks: [],
  methodsOff: [],
  secondFactor: 'optional',
  secondFactorRoles: [],
  secondFactorFrom: null,
  graceDays: 0,
};

const p = securityPolicies;

const columns = {
  idleMinutes: p.idleMinutes,
  absoluteHours: p.absoluteHours,
  maxSessions: p.maxSessions,
  whenFull: p.whenFull,
  networks: p.networks,
  methodsOff: p.methodsOff,
  secondFactor: p.secondFactor,
  secondFactorRoles: p.secondFactorRoles,
  secondFactorFrom: p.secondFactorFrom,
  graceDays: p.graceDays,
};

export async function readPolicy(db: ControlDb): Promise<SecurityPolicy> {
  const [row] = await db.select(columns).from(p);
  return row ?? productPolicy;
}

/**
 * Sets the rules; they count from the next request on. Throws `invalid` on what is wrong, on
 * `networks` too when the one who asks would be shut out.
 */
export async function changePolicy(ctx: PoolCtx, wanted: SecurityPolicy): Promise<SecurityPolicy> {
  const { address } = ctx.call;
  if (wanted.networks.length > 0 && !isWithin(wanted.networks, address)) {
    const here = address ?? 'unknown';
    throw invalid('networks', `Your own address, ${here}, is in none of them. Add it first.`);
  }
  await inTurn(ctx.db);
  await refuseLockOut(ctx.db, wanted.methodsOff, canonicalHost(ctx.tenant));
  await refuseUnknownRoles(ctx.db, wanted.secondFactorRoles);
  const before = await readPolicy(ctx.db);
  // A demand without a day begins now.
  const asked = wanted.secondFactor === 'required';
  const from = asked ? (wanted.secondFactorFrom ?? new Date()) : null;
  const after = { ...wanted, secondFactorFrom: from };
  await ctx.db
    .insert(p)
    .values(after)
    .onConflictDoUpdate({ target: p.tenantId, set: { ...after, changedAt: new Date() } });
  ctx.about('tenant', ctx.tenant.id, { before, after });
  return after;
}

async function refuseUnknownRoles(db: ControlDb, keys: string[]) {
  if (keys.length === 0) return;
  // Held until it is written, so that none of them is deleted meanwhile and the demand falls on nobody.
  const known = await db
    .select({ key: roles.key })
    .from(roles)
    .where(inArray(roles.key, keys))
    .for('key share');
  const strange = keys.find((key) => !known.some((role) => role.key === key));
  if (strange) throw invalid('secondFactorRoles', `There is no role ${strange}.`);
}
