import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors';
import { peerOf } from '../peer';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import { isWrite, type ProcedureMeta, type RateClass } from './spec';

/** Calls a minute, per process: by tenant and by caller. */
export const limits: Record<RateClass, { tenant: number; caller: number }> = {
  read: { tenant: 12_000, caller: 3_000 },
  // Open pages asking for news: small answers that must not use up what reading has.
  live: { tenant: 60_000, caller: 1_200 },
  write: { tenant: 6_000, caller: 1_200 },
  heavy: { tenant: 120, caller: 60 },
  guess: { tenant: 600, caller: 120 },
};

const minute = (points: number, keyPrefix: string) =>
  new RateLimiterMemory({ points, duration: 60, keyPrefix });

const limiters = Object.fromEntries(
  Object.entries(limits).map(([name, { tenant, caller }]) => [
    name,
    { tenant: minute(tenant, `${name}:t`), caller: minute(caller, `${name}:c`) },
  ]),
) as Record<RateClass, { tenant: RateLimiterMemory; caller: RateLimiterMemory }>;

/**
 * Counts a call against its caller, then against its tenant; strangers share a count of their own, so
 * that they cannot use up what members have. Throws `limit` with seconds to wait.
 */
export async function checkRate(meta: ProcedureMeta, call: DoorCall, caller: Caller) {
  if (call.door === 'job') return;
  const limiter = limiters[meta.rate ?? (isWrite(meta) ? 'write' : 'read')];
  const known = caller.user?.id ?? caller.client?.id ?? caller.staff?.id;
  const tenant = caller.tenant?.id ?? caller.host.zone;
  try {
    await limiter.caller.consume(`${tenant}:${known ?? peerOf(call.address)}`);
    await limiter.tenant.consume(known ? tenant : `${tenant}:strangers`);
  } catch (refused) {
    const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    throw new AppError('limit', `Too many requests. Try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    });
  }
}
