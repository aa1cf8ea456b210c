import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import type { TenantDb } from '@/db/tenant';
import { enqueueControlJob, enqueueTenantJob } from '../jobs/enqueue';
import { manifests } from '../modules/registry';
import type { Subject } from './audit';
import type { TenantFacts } from './caller';
import type { Actor } from './ctx';
import { isWrite, type ProcedureMeta } from './spec';

/** The longest body of an event, in bytes; one that would be longer goes without its detail. */
const maxBytes = 262_144;

const planes: ReadonlySet<string> = new Set(['tenant', 'control', 'pool']);
const unheard: ReadonlySet<string> = new Set(['job', 'staff']);

/** Whether a webhook can wait for an operation: whatever a tenant's own people and clients change. */
export const isEvent = (meta: ProcedureMeta): boolean =>
  isWrite(meta) &&
  planes.has(meta.plane) &&
  !unheard.has(meta.permission) &&
  (meta.zone ?? 'tenant') === 'tenant';

interface Happening {
  meta: ProcedureMeta;
  tenant: TenantFacts | null;
  actor: Actor;
  subject: Subject;
}

/**
 * Has an event sent to whichever webhooks wait for it, if its transaction commits. What they wait for
 * came with the request's facts: where it is nothing, no statement is made.
 */
export async function announceEvent(db: TenantDb & ControlDb, happening: Happening): Promise<void> {
  const { meta, tenant } = happening;
  if (!tenant || !isEvent(meta) || !isAwaited(tenant, meta.name)) return;
  const event = { eventId: uuidv7(), kind: meta.name, body: bodyOf(happening, tenant.slug) };
  if (meta.plane === 'tenant') await enqueueTenantJob(db, 'webhooks.fanOut', event);
  else await enqueueControlJob(db, 'webhooks.fanOut', event);
}

const isAwaited = ({ eventKinds }: TenantFacts, name: string) =>
  eventKinds.length > 0 && (eventKinds.includes('*') || eventKinds.includes(name));

function bodyOf({ meta, actor, subject }: Happening, slug: string): string {
  const about = subject.kind ? { kind: subject.kind, id: subject.id } : null;
  const facts = {
    tenant: slug,
    actor: { kind: actor.kind, id: actor.id },
    about,
  };
  const whole = eventBody(meta.name, { ...facts, detail: isGuarded(meta) ? null : subject.detail });
  return Buffer.byteLength(whole) > maxBytes
    ? eventBody(meta.name, { ...facts, detail: null })
    : whole;
}

interface EventData {
  tenant: string;
  actor: { kind: string; id: string | null };
  about: { kind: string; id: string | null } | null;
  /** As the audit trail has it; null where it is kept back, or too long. */
  detail: Record<string, unknown> | null;
}

/** What is sent of an event. */
export const eventBody = (type: string, data: EventData): string =>
  JSON.stringify({ type, timestamp: new Date().toISOString(), data });

/** Of modules that keep rows from some people only ids leave the house. */
const isGuarded = ({ module }: ProcedureMeta) =>
  manifests.some(({ id, guarded }) => id === module && guarded !== undefined);
