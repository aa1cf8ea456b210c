import { asc, eq, sql } from 'drizzle-orm';
import {
  type ImportError,
  type ImportReason,
  importRefusals,
  imports,
} from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { Refusal } from './judge';

/** Errors kept beside an import, to be shown at once; their number is exact all the same. */
const maxErrors = 1_000;
const maxReasons = 50;

/** Keeps what was refused among the rows after `position`, within the caller's transaction. */
export async function keepRefusals(
  db: TenantDb,
  { importId, position }: { importId: string; position: number },
  refused: readonly Refusal[],
) {
  if (refused.length === 0) return;
  await db.insert(importRefusals).values({ importId, position, rows: [...refused] });
  const errors: ImportError[] = refused.flatMap(({ row, errors: found }) =>
    found.map(({ field, message }) => ({ row, field, message })),
  );
  const kept = JSON.stringify(errors.slice(0, maxErrors));
  const room = sql`jsonb_array_length(${imports.errors}) < ${maxErrors}::int`;
  await db
    .update(imports)
    .set({
      // A constant of this file.
      errors: sql`case when ${room} then jsonb_path_query_array(${imports.errors} || ${kept}::jsonb, '$[0 to ${sql.raw(String(maxErrors - 1))}]') else ${imports.errors} end`,
    })
    .where(eq(imports.id, importId));
}

/** Forgets what an earlier check or run refused. */
export const forgetRefusals = (db: TenantDb, importId: string) =>
  db.delete(importRefusals).where(eq(importRefusals.importId, importId));

/** Refused rows in the order of the file, some thousand at a time. */
export async function* refusalsOf(db: TenantDb, importId: string): AsyncGenerator<Refusal> {
  const pieces = await db
    .select({ id: importRefusals.id })
    .from(importRefusals)
    .where(eq(importRefusals.importId, importId))
    .orderBy(asc(importRefusals.position));
  for (const { id } of pieces) {
    const [piece] = await db
      .select({ rows: importRefusals.rows })
      .from(importRefusals)
      .where(eq(importRefusals.id, id));
    yield* piece?.rows ?? [];
  }
}

/** How often rows were refused for which reason, the most frequent first. */
export async function reasonsOf(db: TenantDb, importId: string): Promise<ImportReason[]> {
  // Which row a row repeats differs from row to row and is the same reason.
  const message = sql<string>`regexp_replace(e ->> 'message', 'in row [0-9]+', 'in an earlier row')`;
  const found = await db
    .select({
      field: sql<string | null>`e ->> 'field'`,
      message,
      rows: sql<number>`count(*)::int`,
    })
    .from(importRefusals)
    .crossJoinLateral(sql`jsonb_array_elements(${importRefusals.rows}) r`)
    .crossJoinLateral(sql`jsonb_array_elements(r -> 'errors') e`)
    .where(eq(importRefusals.importId, importId))
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`3 desc`, sql`2`)
    .limit(maxReasons);
  return found;
}
