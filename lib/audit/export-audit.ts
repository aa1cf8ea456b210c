import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { TenantCtx } from '../doors/ctx';
import type { AuditEvent, AuditFilter } from './event';
import { readStreams } from './streams';

const maxExported = 20_000;
const pageSize = 2_000;

export const AuditFile = z.file();

const columns = [
  'at',
  'procedure',
  'actor_kind',
  'actor_name',
  'actor_id',
  'door',
  'address',
  'target_kind',
  'target_id',
  'request_id',
  'detail',
] as const;

/** The matching events as CSV in UTF-8 with a mark, newest first; at most 20,000 of them. */
export async function exportAudit(ctx: TenantCtx, filter: AuditFilter): Promise<File> {
  const rows: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await readStreams(ctx, filter, { cursor, limit: pageSize });
    rows.push(...page.events.map(toRow));
    cursor = page.older ?? undefined;
  } while (cursor && rows.length < maxExported);
  // Cells that a spreadsheet would run as a formula are quoted as text.
  const csv = stringify([[...columns], ...rows.slice(0, maxExported)], {
    bom: true,
    escape_formulas: true,
  });
  const day = new Date().toISOString().slice(0, 10);
  return new File([csv], `audit-${ctx.tenant.slug}-${day}.csv`, { type: 'text/csv' });
}

const toRow = (event: AuditEvent): string[] => [
  event.at.toISOString(),
  event.procedure,
  event.actorKind,
  event.actorName ?? '',
  event.actorId ?? '',
  event.door,
  event.address ?? '',
  event.targetKind ?? '',
  event.targetId ?? '',
  event.requestId,
  Object.keys(event.detail).length > 0 ? JSON.stringify(event.detail) : '',
];
