import { v7 as uuidv7 } from 'uuid';
import { type ControlDb, withControl } from '@/db/control';
import { withPlatform } from '@/db/platform';
import { withPool } from '@/db/pool';
import { controlJobRuns } from '@/db/schema/control';
import { jobRuns } from '@/db/schema/tenant';
import { mintControlScope, mintPoolScope, mintStaffScope, mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import { notFound } from '../errors';
import { flagsOf } from '../tenancy/flags/flags-of';
import { housed } from '../tenancy/housed';
import { readTicket } from '../tenancy/opening/ticket';
import { actorOf, type Subject, writeAudit } from './audit';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import type { CtxOf, CtxThere, Granted, OpenCtx } from './ctx';
import { announceEvent } from './event';
import { readGranted } from './granted';
import { once } from './idempotency';
import { readTenants } from './many-tenants';
import { openOtherPool } from './other-pool';
import { isWrite, type Plane, type ProcedureMeta } from './spec';

interface Job {
  meta: ProcedureMeta;
  call: DoorCall;
  caller: Caller;
  input: unknown;
}

type Work<P extends Plane, T> = (ctx: CtxOf<P>) => Promise<T>;
type AnyDb = TenantDb & ControlDb;
type Open = <T>(work: (db: AnyDb) => Promise<T>, options?: { write: boolean }) => Promise<T>;

/**
 * The second half of the chain: mints the scope, opens the unit of work, runs the verb and writes
 * the audit row in the same transaction. The only place besides jobs where scopes are made.
 */
export async function runUnit<P extends Plane, T>(job: Job, work: Work<P, T>): Promise<T> {
  const { meta } = job;
  if (meta.plane === 'none') return await (work as Work<'none', T>)(openCtx(job));
  const open = opener(job);
  const subject: Subject = { kind: null, id: null, detail: {} };
  const transact: Open = (inner) =>
    open((db) => audited(job, db, subject, () => inner(db)), { write: true });
  const otherPool = (endedId?: string) =>
    openOtherPool({ ...askerOf(job), endedId }, (db, inner) =>
      audited(job, db as AnyDb, subject, inner),
    );
  const beside = meta.plane === 'pool' ? { otherPool } : {};
  const run = (db: AnyDb) =>
    work({ ...baseCtx(job, subject), ...places(job), ...beside, db, transact } as never);
  if (meta.transaction === 'none' || !isWrite(meta)) return await open(run);
  return await transact(run);
}

const askerOf = ({ call, caller }: Job) => ({
  tenantId: caller.tenant?.id ?? '',
  actorId: actorOf(call, caller).id,
  requestId: call.requestId,
});

async function audited<T>(
  job: Job,
  db: AnyDb,
  subject: Subject,
  run: () => Promise<T>,
): Promise<T> {
  const { meta, call, caller, input } = job;
  // What a job does was audited when somebody asked for it.
  if (meta.permission === 'job') {
    return meta.transaction === 'none' ? await run() : await onceAsJob(job, db, run);
  }
  const actor = actorOf(call, caller);
  const perform = async () => {
    const result = await run();
    const reason = reasonOf(job);
    await writeAudit(meta.plane as 'tenant', db, { meta, call, actor, subject, reason });
    await announceEvent(db, { meta, tenant: caller.tenant, actor, subject });
    return result;
  };
  const key = call.idempotencyKey;
  if (!key || !actor.id || meta.plane === 'platform') return await perform();
  const { name: procedure, secretAnswer = false } = meta;
  const attempt = { key, actorId: actor.id, procedure, input, secretAnswer };
  return await once(meta.plane === 'tenant' ? 'tenant' : 'control', db, attempt, perform);
}

/** A job that ran before left its id behind, in the transaction of its effect. */
async function onceAsJob<T>({ meta, call }: Job, db: AnyDb, perform: () => Promise<T>): Promise<T> {
  const table = (meta.plane === 'tenant' ? jobRuns : controlJobRuns) as typeof jobRuns;
  const [first] = await (db as TenantDb)
    .insert(table)
    .values({ id: call.jobId ?? '', job: meta.name })
    .onConflictDoNothing()
    .returning({ id: table.id });
  return first ? await perform() : (undefined as T);
}

const reasonOf = ({ meta, input }: Job) =>
  (input as { reason?: string } | null)?.reason ?? meta.reason ?? meta.summary;

/** How this job's plane is entered. */
function opener(job: Job): Open {
  const { meta, call, caller } = job;
  const who = { actorId: actorOf(call, caller).id, requestId: call.requestId };
  if (meta.plane === 'platform') {
    const scope = mintStaffScope({ staffId: caller.staff?.id ?? '', requestId: call.requestId });
    return (work) => withPlatform(scope, reasonOf(job), (db) => work(db as AnyDb));
  }
  const { tenant } = caller;
  if (!tenant) throw notFound();
  const tenantId = tenant.id;
  if (meta.plane === 'tenant') {
    const scope = mintTenantScope({ tenantId, ...who });
    return (work, options) =>
      withTenant(scope, (db) => work(db as AnyDb), { ...options, ...patienceFor(job) });
  }
  if (meta.plane === 'control')
    return (work, options) =>
      withControl(mintControlScope({ tenantId, ...who }), (db) => work(db as AnyDb), options);
  const scope = mintPoolScope({ poolId: tenant.poolId, tenantId, ...who });
  return (work, options) => withPool(scope, (db) => work(db as AnyDb), options);
}

/** How long the tenant's plan lets one statement take; work in the background takes its time. */
function patienceFor({ call, caller }: Job): { statementTimeoutMs?: number } {
  const seconds = caller.plan?.terms.statementSeconds;
  return seconds === undefined || call.door === 'job'
    ? {}
    : { statementTimeoutMs: seconds * 1_000 };
}

function baseCtx({ call, caller }: Job, subject: Subject) {
  return {
    call,
    caller,
    actor: actorOf(call, caller),
    requestId: call.requestId,
    can: (permission: string) => caller.permissions.has(permission),
    flags: flagsOf(caller),
    about(kind: string, id: string | null, detail: Record<string, unknown> = {}) {
      subject.kind = kind;
      subject.id = id;
      subject.detail = detail;
    },
  };
}

function places({ meta, call, caller }: Job) {
  const { tenant, staff } = caller;
  if (meta.plane === 'platform') return { staff, measureTenant: measurer(call, caller) };
  const actorId = caller.user?.id ?? caller.client?.id ?? null;
  const who = { actorId, requestId: call.requestId };
  const tenantId = tenant?.id ?? '';
  return {
    tenant,
    staff,
    readControl: <T>(read: (db: ControlDb) => Promise<T>) =>
      withControl(mintControlScope({ tenantId, ...who }), read),
    readTenant: <T>(read: (db: TenantDb) => Promise<T>) =>
      withTenant(mintTenantScope({ tenantId, ...who }), read),
    readTenants: <T>(read: (there: CtxThere) => Promise<T>) => readTenants({ call, caller }, read),
    readGranted: <T extends { rows: readonly unknown[] }>(
      grantId: string,
      read: (there: Granted) => Promise<T>,
    ) => readGranted({ meta, call, caller }, grantId, read),
  };
}

const measurer =
  ({ requestId }: DoorCall, { staff }: Caller) =>
  <T>(tenantId: string, measure: (db: TenantDb) => Promise<T>) =>
    withTenant(mintTenantScope({ tenantId, actorId: staff?.id ?? null, requestId }), measure, {
      readOnly: true,
    });

function openCtx(job: Job): OpenCtx {
  const { call, caller } = job;
  const { requestId } = call;
  const subject: Subject = { kind: null, id: null, detail: {} };
  return {
    ...baseCtx(job, subject),
    tenant: caller.tenant,
    founding: async (work, options = {}) => {
      const poolId = options.poolId ?? uuidv7();
      const entry = { meta: job.meta, call, actor: actorOf(call, caller), subject };
      const wish = { tier: options.tier ?? 'pooled', shard: options.shard } as const;
      return await housed(wish, async ({ tenantId, place }) => {
        const scope = mintPoolScope({ tenantId, poolId, actorId: null, requestId });
        const run = async (db: ControlDb) => {
          const result = await work(db, { tenantId, poolId, place });
          await writeAudit('control', db, entry);
          return result;
        };
        return await withPool(scope, run, { write: true });
      });
    },
    reserve: async (work, poolId = uuidv7()) => {
      const ids = { tenantId: uuidv7(), poolId };
      const { kind, id, name } = actorOf(call, caller);
      const { door, address } = call;
      const asker = {
        procedure: job.meta.name,
        door,
        requestId,
        address,
        actor: { kind, id, name },
      };
      const scope = mintPoolScope({ ...ids, actorId: null, requestId });
      return await withPool(scope, (db) => work(db, ids, asker), { write: true });
    },
    reserved: async (ticket, work, options) => {
      const ids = readTicket(ticket);
      const scope = mintPoolScope({ ...ids, actorId: null, requestId });
      return await withPool(scope, (db) => work(db, ids), options);
    },
    asStaff: async (staffId, reason, work) =>
      await withPlatform(mintStaffScope({ staffId, requestId }), reason, work),
  };
}
