import { Spent, spending } from '@/db/wire/spent';
import { tally } from '../billing/usage/flush';
import { isAppError } from '../errors';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import type { ProcedureMeta } from './spec';
import { toAppError } from './translate';

/**
 * Runs one operation and counts what it cost its tenant, once it was let in. What fails by a fault of
 * ours costs nothing, and neither does what somebody asks who is nobody there. Throws as doors expect it.
 */
export async function counted<T>(
  { meta, call }: { meta: ProcedureMeta; call: DoorCall },
  work: (letIn: (caller: Caller) => void) => Promise<T>,
): Promise<T> {
  const spent = new Spent();
  const began = performance.now();
  let caller: Caller | undefined;
  const note = () => {
    if (!caller || !isOwn(call, caller)) return;
    const tookMs = performance.now() - began - spent.waitedMs;
    count({ meta, call, caller }, tookMs, spent.databaseMs);
  };
  return await spending(spent, async () => {
    try {
      const result = await work((admitted) => {
        caller = admitted;
      });
      note();
      return result;
    } catch (error) {
      const thrown = toAppError(error);
      if (isAppError(thrown) && thrown.code !== 'unavailable') note();
      throw thrown;
    }
  });
}

interface Done {
  meta: ProcedureMeta;
  call: DoorCall;
  caller: Caller;
}

function count({ meta, call, caller }: Done, tookMs: number, databaseMs: number): void {
  const { tenant, user, client, token } = caller;
  if (!tenant) return;
  const who = { actorId: user?.id ?? client?.id ?? null, tokenId: token?.id ?? null };
  tally().add(
    { tenantId: tenant.id, ...who, module: meta.module ?? null },
    { requests: isApiCall(call, caller) ? 1 : 0, computing: tookMs, database: databaseMs },
  );
}

/** Strangers have a tenant's forms and its door to themselves: what they ask there is not its doing. */
const isOwn = ({ door }: DoorCall, { membership, client }: Caller): boolean =>
  door === 'job' || !!client || membership?.state === 'active';

/** Pages of the product ask through the same door as programs do; only these come with a token. */
const isApiCall = ({ door }: DoorCall, { token, client, session }: Caller): boolean =>
  door === 'rest' &&
  !!(token || client || session?.kind === 'api' || session?.byAccessToken === true);
