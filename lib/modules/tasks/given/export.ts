import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { TenantCtx } from '@/lib/doors/ctx';
import type { Result, ResultsFile } from '../shapes';
import { allResults, loadFollowed } from './results';

const columns = ['name', 'user_id', 'state', 'attempt', 'handed_in_at', 'late', 'overdue'];

/** How far each person is with a task, as CSV or JSON. Throws as `listResults`. */
export async function exportResults(
  ctx: TenantCtx,
  { taskId, format }: z.output<typeof ResultsFile>,
): Promise<File> {
  const loaded = await loadFollowed(ctx, taskId);
  const found = await allResults(ctx, loaded);
  const { title } = loaded.task;
  const name = `${title
    .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .trim()
    .slice(0, 80)}.${format}`;
  if (format === 'json') {
    return new File([JSON.stringify(found, null, 2)], name, { type: 'application/json' });
  }
  // Cells that a spreadsheet would run as a formula are quoted as text.
  const csv = stringify([columns, ...found.map(toRow)], { bom: true, escape_formulas: true });
  return new File([csv], name, { type: 'text/csv' });
}

const toRow = ({ name, userId, state, attempt, handedInAt, late, overdue }: Result) => [
  name,
  userId,
  state,
  String(attempt),
  handedInAt?.toISOString() ?? '',
  String(late),
  String(overdue),
];
