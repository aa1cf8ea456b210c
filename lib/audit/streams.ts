import { and, desc, eq, gte, ilike, lt, type SQL } from 'drizzle-orm';
import { controlAuditEvents } from '@/db/schema/control';
import { auditEvents } from '@/db/schema/tenant';
import type { TenantCtx } from '../doors/ctx';
import { containing } from '../like';
import type { AuditEvent, AuditFilter } from './event';
import { decodeCursor, encodeCursor, exactTime, olderThan, type Position } from './keyset';

interface Found extends AuditEvent {
  position: Position;
}

/**
 * Events of both planes, newest first, from after `cursor` on. Each plane is read by its own index
 * and the two are merged here, so a page costs the same however long the trail is.
 */
export async function readStreams(
  ctx: TenantCtx,
  filter: AuditFilter,
  page: { cursor: string | undefined; limit: number },
): Promise<{ events: AuditEvent[]; older: string | null }> {
  const after = page.cursor ? decodeCursor(page.cursor) : undefined;
  const limit = page.limit + 1;
  const [ours, theirs] = [
    await ctx.db
      .select(columnsOf(auditEvents))
      .from(auditEvents)
      .where(matching(auditEvents, filter, after))
      .orderBy(desc(auditEvents.at), desc(auditEvents.id))
      .limit(limit),
    await ctx.readControl((db) =>
      db
        .select(columnsOf(controlAuditEvents))
        .from(controlAuditEvents)
        .where(matching(controlAuditEvents, filter, after))
        .orderBy(desc(controlAuditEvents.at), desc(controlAuditEvents.id))
        .limit(limit),
    ),
  ];
  const merged = [
    ...ours.map((row) => located(row, 'tenant')),
    ...theirs.map((row) => located(row, 'control')),
  ].sort(newestFirst);
  const shown = merged.slice(0, page.limit);
  const last = shown.at(-1)?.position;
  return {
    events: shown.map(({ position: _position, ...event }) => event),
    older: merged.length > page.limit && last ? encodeCursor(last) : null,
  };
}

type EventTable = typeof auditEvents | typeof controlAuditEvents;

export function columnsOf<T extends EventTable>(table: T) {
  return {
    id: table.id,
    at: table.at,
    procedure: table.procedure,
    door: table.door,
    actorKind: table.actorKind,
    actorId: table.actorId,
    actorName: table.actorName,
    address: table.address,
    requestId: table.requestId,
    targetKind: table.targetKind,
    targetId: table.targetId,
    detail: table.detail,
    exactly: exactTime(table.at),
  };
}

function matching(table: EventTable, filter: AuditFilter, after?: Position): SQL | undefined {
  const { who, what, targetKind, targetId, from, to } = filter;
  return and(
    after && olderThan(table, after),
    who ? ilike(table.actorName, containing(who)) : undefined,
    what ? ilike(table.procedure, containing(what)) : undefined,
    targetKind ? eq(table.targetKind, targetKind) : undefined,
    targetId ? eq(table.targetId, targetId) : undefined,
    from ? gte(table.at, new Date(from)) : undefined,
    to ? lt(table.at, new Date(to)) : undefined,
  );
}

const located = (
  { exactly, ...event }: Omit<AuditEvent, 'plane'> & { exactly: string },
  plane: AuditEvent['plane'],
): Found => ({ ...event, plane, position: { at: exactly, id: event.id } });

const newestFirst = ({ position: a }: Found, { position: b }: Found) =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
