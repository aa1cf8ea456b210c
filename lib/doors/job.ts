import { type AnyProcedure, isProcedure } from '@orpc/server';
import { v7 as uuidv7 } from 'uuid';
import { requestFacts } from '@/db/directory';
import type { JobPayload } from '../jobs/payload';
import { router } from '../router';
import { type DoorCall, lazily } from './call';
import { type Callable, invoke } from './callable';
import type { Caller, RequestFacts } from './caller';
import { metaOf } from './procedure';

/** Procedures by name, as jobs and the command line ask for them. */
export const proceduresByName: ReadonlyMap<string, AnyProcedure> = new Map(
  listProcedures(router).map((procedure) => [metaOf(procedure).name, procedure]),
);

/** Every procedure of a router, in its order. */
export function listProcedures(branch: object): AnyProcedure[] {
  return Object.values(branch).flatMap((child) =>
    isProcedure(child) ? [child] : listProcedures(child as object),
  );
}

/**
 * Runs one admitted job for the tenant in its payload, which is read again from the database.
 * A tenant that is gone ends the job quietly; any other failure is thrown, for the queue to retry.
 */
export async function runJob(payload: JobPayload): Promise<void> {
  const procedure = proceduresByName.get(payload.job);
  if (!procedure) throw new Error(`There is no job ${payload.job}.`);
  const facts = await requestFacts<RequestFacts>(null, `id:${payload.tenantId}`, null, 'browser');
  if (!facts?.tenant || facts.tenant.status === 'closed') return;
  const caller = callerOf(facts);
  const call: DoorCall = {
    door: 'job',
    requestId: uuidv7(),
    address: null,
    device: 'worker',
    idempotencyKey: null,
    jobId: payload.outboxId,
    caller: lazily(async () => caller),
  };
  await invoke(procedure as Callable<never, never>, payload.input as never, call);
}

const callerOf = (facts: RequestFacts): Caller => ({
  host: { zone: 'tenant', host: facts.tenant?.slug ?? '', slug: facts.tenant?.slug ?? null },
  tenant: facts.tenant,
  user: null,
  membership: null,
  roles: [],
  teams: null,
  session: null,
  token: null,
  client: null,
  staff: null,
  networks: [],
  methodsOff: [],
  flags: facts.flags ?? {},
  plan: facts.plan ?? null,
  overrides: facts.overrides ?? {},
  permissions: new Set(),
});
