import { controlAuditEvents, platformAudit } from '@/db/schema/control';
import { auditEvents } from '@/db/schema/tenant';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import type { Actor, CtxOf } from './ctx';
import type { Plane, ProcedureMeta } from './spec';

/** What a verb said its call is about. */
export interface Subject {
  kind: string | null;
  id: string | null;
  detail: Record<string, unknown>;
}

export function actorOf(call: DoorCall, caller: Caller): Actor {
  if (caller.staff) return { kind: 'staff', id: caller.staff.id, name: caller.staff.name };
  if (caller.user) {
    return { kind: caller.token ? 'token' : 'user', id: caller.user.id, name: caller.user.name };
  }
  if (caller.client) {
    const { id, name, madeBy } = caller.client;
    return { kind: 'client', id, name: `${name} (${madeBy})` };
  }
  if (call.door === 'job') return { kind: 'job', id: null, name: 'Background job' };
  return { kind: 'anonymous', id: null, name: 'Anonymous' };
}

type Writable = { [P in Exclude<Plane, 'none'>]: CtxOf<P>['db'] };

interface Entry {
  meta: Pick<ProcedureMeta, 'name'>;
  call: DoorCall;
  actor: Actor;
  subject: Subject;
  reason?: string | undefined;
}

/** Writes the audit row of one call, in the transaction of what it records. */
export async function writeAudit<P extends keyof Writable>(
  plane: P,
  db: Writable[P],
  entry: Entry,
) {
  if (plane === 'platform') return await auditPlatform(db as Writable['platform'], entry);
  const { meta, call, actor, subject } = entry;
  const row = {
    procedure: meta.name,
    door: call.door,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    requestId: call.requestId,
    address: call.address,
    targetKind: subject.kind,
    targetId: subject.id,
    detail: subject.detail,
  };
  if (plane === 'tenant') await (db as Writable['tenant']).insert(auditEvents).values(row);
  else await (db as Writable['control']).insert(controlAuditEvents).values(row);
}

async function auditPlatform(db: Writable['platform'], entry: Entry) {
  const { meta, call, actor, subject, reason } = entry;
  await db.insert(platformAudit).values({
    procedure: meta.name,
    door: call.door,
    staffId: actor.id ?? '',
    staffName: actor.name,
    requestId: call.requestId,
    address: call.address,
    tenantId: subject.kind === 'tenant' ? subject.id : null,
    reason: reason ?? null,
    detail: subject.detail,
  });
}
