import { eq } from 'drizzle-orm';
import { type ImportError, imports } from '@/db/schema/tenant/collections';
import type { TenantCtx } from '@/lib/doors/ctx';
import { invalid } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import { csvLines } from '../exports/lines';
import { ruleOf } from '../fields/types';
import { knownTo } from '../values/known';
import { fieldsFor } from './draft';
import { loadImport, lockImport } from './load';
import { planImport, type RowResult, readRow } from './plan';
import type { Import } from './shapes';
import { sourceRows } from './source';

/** Errors kept of one import; their number is exact all the same. */
export const maxErrors = 1_000;

/** Reads the whole file as the import would, changes no record, and keeps what it found. */
export async function checkImport(
  ctx: TenantCtx,
  { importId }: { importId: string },
): Promise<Import> {
  const found = await loadImport(ctx.db, importId);
  const errors: ImportError[] = [];
  let rowsTotal = 0;
  let rowsFailed = 0;
  const newChoices = choiceCounter(found.columns);
  for await (const { result, cells } of rowResults(ctx, found)) {
    rowsTotal++;
    if ('errors' in result) {
      rowsFailed++;
      if (errors.length < maxErrors) errors.push(...result.errors);
    } else newChoices.count(cells);
  }
  await ctx.transact(async (db) => {
    await lockImport(db, importId, ['draft']);
    await db
      .update(imports)
      .set({ rowsTotal, rowsFailed, errors: errors.slice(0, maxErrors) })
      .where(eq(imports.id, importId));
    ctx.about('import', importId, { rowsTotal, rowsFailed });
  });
  return await loadImport(ctx.db, importId);
}

/** The rows that cannot be imported, as a CSV file with the reasons, ready to mend and import. */
export async function failedRows(
  ctx: TenantCtx,
  { importId }: { importId: string },
): Promise<File> {
  const found = await loadImport(ctx.db, importId);
  const name = found.file.name.replace(/\.[^.]*$/, '');
  const blob = await fileStore().scratch('text/csv; charset=utf-8', failureLines(ctx, found));
  return new File([blob], `${name} failed rows.csv`, { type: blob.type });
}

async function* failureLines(ctx: TenantCtx, found: Import): AsyncGenerator<string> {
  const names = found.columns.map(({ name }) => name);
  yield `\uFEFF${await csvLines([['Row', 'Reason', ...names]])}`;
  for await (const { result, cells } of rowResults(ctx, found)) {
    if (!('errors' in result)) continue;
    const reasons = result.errors.map(({ message }) => message).join(' ');
    yield await csvLines([[result.row, reasons, ...cells.map((cell) => String(cell ?? ''))]]);
  }
}

/** Every row of the file with what it became; broken rows have their text as their only cell. */
async function* rowResults(
  ctx: TenantCtx,
  found: Import,
): AsyncGenerator<{ result: RowResult; cells: unknown[] }> {
  const fields = await fieldsFor(ctx, found);
  const plan = planImport(found.columns, fields);
  const known = await knownTo(
    ctx,
    plan.targets.filter((field) => field !== null),
  );
  const names = found.columns.map(({ name }) => name);
  const place = { tenantId: ctx.tenant.id, fileId: found.file.id };
  for await (const source of sourceRows(place, found.format, names)) {
    const cells = 'cells' in source ? source.cells : [source.raw];
    yield { result: readRow(source, plan, known), cells };
  }
}

/** Different values of the columns that become new fields of choices. Throws `invalid` beyond 200. */
export function choiceCounter(columns: Import['columns']) {
  const counted = columns.flatMap(({ target }, index) =>
    target.kind === 'new' && ruleOf(target.type).choicesIn
      ? [
          {
            index,
            name: target.name,
            split: ruleOf(target.type).choicesIn,
            names: new Map<string, string>(),
          },
        ]
      : [],
  );
  return {
    needed: counted.length > 0,
    count(cells: readonly unknown[]) {
      for (const { index, name, split, names } of counted) {
        const text = String(cells[index] ?? '')
          .normalize('NFC')
          .trim();
        for (const one of text ? (split?.(text) ?? []) : []) {
          const choice = one.slice(0, 80);
          if (!names.has(choice.toLowerCase())) names.set(choice.toLowerCase(), choice);
        }
        if (names.size > 200) {
          throw invalid(
            `columns.${index}`,
            `${name} has more than 200 different values. Make it text.`,
          );
        }
      }
    },
    of: (index: number) => [...(counted.find((one) => one.index === index)?.names.values() ?? [])],
  };
}
