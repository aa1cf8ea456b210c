import type { PlanFacts } from '../billing/terms';
import { AppError } from '../errors';
import { peerOf } from '../peer';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import { LeasedBucket, type Taken } from './rates/bucket';
import type { RateState } from './rates/headers';
import { Kept } from './rates/kept';
import { leaseTogether } from './rates/leases';
import { limitsUnder } from './rates/limits';
import { LocalBucket } from './rates/local-bucket';
import { isWrite, type ProcedureMeta } from './spec';

const now = () => performance.now();
const shared = new Kept(
  (key: string, size: number) => new LeasedBucket(key, size, { lease: leaseTogether, now }),
);
const own = new Kept((_key: string, size: number) => new LocalBucket(size, now()));

/**
 * Counts a call against its caller, then against its tenant, over all processes. Strangers share a
 * bucket of their own, so that they cannot use up what members have, and are counted by address in
 * this process alone. Throws `limit` with seconds to wait.
 */
export async function checkRate(meta: ProcedureMeta, call: DoorCall, caller: Caller) {
  // A command has a process of its own, and the logins of the database.
  if (call.door === 'job' || call.door === 'cli') return;
  const name = meta.rate ?? (isWrite(meta) ? 'write' : 'read');
  const size = limitsUnder(caller.plan, name);
  const known = caller.user?.id ?? caller.client?.id ?? caller.staff?.id;
  const tenant = caller.tenant?.id ?? caller.host.zone;
  if (!known) {
    const key = `${name}:${tenant}`;
    const waitMs = own.of(`${key}:${peerOf(call.address)}`, size.caller).take(now());
    if (waitMs > 0) throw tooMany(waitMs);
    const taken = await shared.of(`${key}:strangers`, size.tenant).take();
    if (!taken.ok) throw tooMany(taken.waitMs);
    return;
  }
  const all = shared.of(`${name}:${tenant}`, size.tenant);
  const one = shared.of(`${name}:${tenant}:${known}`, size.caller);
  all.prepare();
  const mine = await one.take();
  const ours = mine.ok ? await all.take() : undefined;
  call.rates = [stateOf(name, one, mine), stateOf(`${name}-workspace`, all, ours ?? { ok: true })];
  if (!mine.ok) throw tooMany(mine.waitMs);
  if (ours && !ours.ok) throw tooManyOfAll(ours.waitMs, caller.plan);
}

function stateOf(name: string, { size, left: about }: LeasedBucket, taken: Taken): RateState {
  const left = taken.ok ? about : 0;
  const seconds = taken.ok ? Math.ceil(((size - left) * 60) / size) : secondsOf(taken.waitMs);
  return { name, size, left, seconds };
}

const secondsOf = (waitMs: number) => Math.max(1, Math.ceil(waitMs / 1000));

function tooMany(waitMs: number): AppError {
  const retryAfterSeconds = secondsOf(waitMs);
  const words = `Too many requests. Try again in ${retryAfterSeconds} s.`;
  return new AppError('limit', words, { retryAfterSeconds });
}

/** Names the way out where a plan set the limit. */
function tooManyOfAll(waitMs: number, plan: PlanFacts | null): AppError {
  if (!plan) return tooMany(waitMs);
  const retryAfterSeconds = secondsOf(waitMs);
  const words = `This workspace makes more requests than the plan ${plan.name} has. Try again in ${retryAfterSeconds} s, or have an admin choose another in the settings, under Plan.`;
  return new AppError('limit', words, { retryAfterSeconds });
}
