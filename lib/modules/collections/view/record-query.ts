import { and, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { freshPlan } from '@/db/wire/fresh-plan';
import type { Position } from './keyset';
import type { SortTerm } from './sorts';

/** A set of records in an order. */
export interface RecordQuery {
  /** The records of the collection that the reader may see: from `rowsOf`. */
  rows: SQL;
  trashed?: boolean;
  condition: SQL | undefined;
  terms: readonly SortTerm[];
  /** True when the rows are few and may lie anywhere in the order. */
  scattered?: boolean;
}

export interface PageRow {
  id: string;
  version: number;
  data: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
  createdBy: string | null;
  updatedBy: string | null;
  position: Position;
}

/** The records that a reading is of. What is sought among them changes with every view. */
export const scopeOf = ({ rows, trashed }: RecordQuery) =>
  and(rows, trashed ? isNotNull(records.deletedAt) : isNull(records.deletedAt), freshPlan);

/** A row as it was read, with its sort values as `sort0` and so on, and where it stands in the order. */
export function withPosition(
  row: Record<string, unknown> & { id: string },
  terms: number,
): PageRow {
  const values = Array.from({ length: terms }, (_, index) => row[`sort${index}`] as string | null);
  return { ...(row as unknown as PageRow), position: { values, id: row.id } };
}
