import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { controlAuditEvents, controlChangeLog } from '@/db/schema/control';
import { auditEvents, changeLog } from '@/db/schema/tenant';
import type { Permission } from '../access/permissions';
import type { TenantCtx } from '../doors/ctx';
import { notFound } from '../errors';
import type { ModuleManifest } from '../modules/define-module';
import { manifests } from '../modules/registry';
import { AuditEvent, planes } from './event';
import { columnsOf } from './streams';

export const AuditEventId = z.strictObject({ plane: z.enum(planes), id: z.uuid() });

const Row = z.record(z.string(), z.unknown()).nullable();

const AuditedChange = z.strictObject({
  id: z.uuid(),
  table: z.string(),
  rowId: z.uuid(),
  operation: z.enum(['insert', 'update', 'delete']),
  /** Columns that changed, as they were; the whole row when it was deleted. Empty where it is kept back. */
  before: Row,
  after: Row,
});

export const AuditEventDetail = AuditEvent.extend({
  changes: z.array(AuditedChange),
  /** True when the request changed more rows than are shown. */
  more: z.boolean(),
});

const shownChanges = 100;

/** One event with what its request changed, row by row. Throws `not_found`. */
export async function getAuditEvent(
  ctx: TenantCtx,
  { plane, id }: z.output<typeof AuditEventId>,
): Promise<z.input<typeof AuditEventDetail>> {
  const event = await findEvent(ctx, plane, id);
  if (!event) throw notFound('This entry');
  const changes = await changesOf(ctx, plane, event.requestId);
  return {
    ...event,
    plane,
    changes: changes.slice(0, shownChanges).map((change) => ({
      ...change,
      ...(isGuarded(ctx, event.procedure, change) && { before: null, after: null }),
      operation: change.operation as 'insert' | 'update' | 'delete',
    })),
    more: changes.length > shownChanges,
  };
}

const guards: readonly NonNullable<ModuleManifest['guarded']>[] = manifests.flatMap(
  ({ guarded = [] }) => guarded,
);

const fieldTables = new Set(['custom_fields', 'custom_values']);
/** Who decides over the fields of a subject, by the first part of its operations' names. */
const fieldManagers = new Map<string | undefined, Permission>([
  ['memberFields', 'people.manage'],
  ...manifests.flatMap(({ customFields = [] }) =>
    customFields.map(({ router, manage }) => [router, manage] as const),
  ),
]);

type Change = Awaited<ReturnType<typeof changesOf>>[number];

/** Rows that are kept from some people elsewhere are not told here either. */
function isGuarded(ctx: TenantCtx, procedure: string, { table }: Change): boolean {
  if (fieldTables.has(table)) {
    const managers = fieldManagers.get(procedure.split('.')[0]);
    // Of what changed on the way, such as values of who was removed, no subject is told here.
    return managers ? !ctx.can(managers) : [...fieldManagers.values()].some((one) => !ctx.can(one));
  }
  return guards.some(({ tables, permission }) => tables.includes(table) && !ctx.can(permission));
}

async function findEvent(ctx: TenantCtx, plane: AuditEvent['plane'], id: string) {
  const [found] =
    plane === 'tenant'
      ? await ctx.db.select(columnsOf(auditEvents)).from(auditEvents).where(eq(auditEvents.id, id))
      : await ctx.readControl((db) =>
          db
            .select(columnsOf(controlAuditEvents))
            .from(controlAuditEvents)
            .where(eq(controlAuditEvents.id, id)),
        );
  if (!found) return null;
  const { exactly: _exactly, ...event } = found;
  return event;
}

const columns = (table: typeof changeLog | typeof controlChangeLog) => ({
  id: table.id,
  table: table.tableName,
  rowId: table.rowId,
  operation: table.operation,
  // Kept for going back to a moment; it says nothing that the other columns do not.
  before: sql<Record<string, unknown> | null>`${table.before} - 'search_text'`,
  after: table.after,
});

async function changesOf(ctx: TenantCtx, plane: AuditEvent['plane'], requestId: string) {
  if (plane === 'tenant') {
    return await ctx.db
      .select(columns(changeLog))
      .from(changeLog)
      .where(eq(changeLog.requestId, requestId))
      .orderBy(asc(changeLog.at), asc(changeLog.id))
      .limit(shownChanges + 1);
  }
  return await ctx.readControl((db) =>
    db
      .select(columns(controlChangeLog))
      .from(controlChangeLog)
      .where(eq(controlChangeLog.requestId, requestId))
      .orderBy(asc(controlChangeLog.at), asc(controlChangeLog.id))
      .limit(shownChanges + 1),
  );
}
