import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import type { TenantDb } from '@/db/tenant';
import type { Caller } from '../doors/facts';
import { AppError } from '../errors';
import { formatBytes } from '../format';
import { type Allowance, allowanceOf, hasRoom } from './entitlements';
import type { LimitName } from './limit-names';

/** What is counted where it is added. Members have a counter of their own. */
type Counted = Exclude<LimitName, 'members'>;

interface Adding {
  caller: Pick<Caller, 'tenant' | 'plan' | 'overrides'>;
  db: ControlDb | TenantDb;
}

interface Asked {
  name: Counted;
  more: number;
  /** How much there is now, asked under the lock. */
  used: () => Promise<number>;
}

/**
 * Lets something be added in the transaction at hand, or throws `limit`. Whoever adds the same at the
 * same time to this tenant waits until it is over. Where nothing is limited, nobody waits.
 */
export async function takeRoom(ctx: Adding, { name, more, used }: Asked): Promise<void> {
  const allowance = allowanceOf(name, ctx.caller);
  if (more === 0 || !(await holdRoom(ctx, name))) return;
  if (hasRoom(allowance, await used(), more)) return;
  throw noRoom(name, allowance, ctx.caller.plan?.name ?? '');
}

/**
 * Waits for whoever adds the same, before rows are locked that one of them may wait for; `takeRoom` then
 * counts. Answers whether anything is limited.
 */
export async function holdRoom({ caller, db }: Adding, name: Counted): Promise<boolean> {
  const { max, kind } = allowanceOf(name, caller);
  if (max === null || kind === 'soft') return false;
  const key = `room ${name} ${caller.tenant?.id}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  return true;
}

/** Says what is full, by whose word, and where that can be changed. */
function noRoom(name: Counted, { max, because }: Allowance, plan: string): AppError {
  if (because === 'suspended') return new AppError('limit', suspended);
  const most = name === 'storage' ? formatBytes(max ?? 0, 'en') : String(max);
  return new AppError(
    'limit',
    because === 'staff' ? fullByStaff[name](most) : full[name](most, plan),
  );
}

const suspended =
  'The plan of this workspace is suspended. What is here can be read and deleted, and nothing can be added. An admin finds out more in the settings, under Plan.';

const full: Record<Counted, (max: string, plan: string) => string> = {
  records: (max, plan) =>
    `The plan ${plan} has ${max} records at most. Delete some, or have an admin choose another in the settings, under Plan.`,
  storage: (max, plan) =>
    `The plan ${plan} has ${max} for files at most. Delete some, or have an admin choose another in the settings, under Plan.`,
  roles: (max, plan) =>
    `The plan ${plan} has ${max} own roles at most. Delete one, or choose another plan in the settings, under Plan.`,
  domains: (max, plan) =>
    `The plan ${plan} has ${max} domains at most. Remove one, or choose another plan in the settings, under Plan.`,
  webhooks: (max, plan) =>
    `The plan ${plan} has ${max} webhooks at most. Remove one, or have an admin choose another in the settings, under Plan.`,
  tokens: (max, plan) =>
    `The plan ${plan} has ${max} API tokens at most, of people and of the workspace. Revoke one, let the old one end at once, or have an admin choose another in the settings, under Plan.`,
};

const fullByStaff: Record<Counted, (max: string) => string> = {
  records: (max) =>
    `The platform lets this workspace have ${max} records at most. Delete some, or have an admin ask the platform for more.`,
  storage: (max) =>
    `The platform lets this workspace have ${max} for files at most. Delete some, or have an admin ask the platform for more.`,
  roles: (max) =>
    `The platform lets this workspace have ${max} own roles at most. Delete one, or ask the platform for more.`,
  domains: (max) =>
    `The platform lets this workspace have ${max} domains at most. Remove one, or ask the platform for more.`,
  webhooks: (max) =>
    `The platform lets this workspace have ${max} webhooks at most. Remove one, or have an admin ask the platform for more.`,
  tokens: (max) =>
    `The platform lets this workspace have ${max} API tokens at most, of people and of the workspace. Revoke one, let the old one end at once, or have an admin ask the platform for more.`,
};
