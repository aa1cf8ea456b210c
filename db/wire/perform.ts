import type { WireDb, WireSchema } from './database';
import type { Plane } from './plane';
import type { TransactionOptions } from './runner';
import { Unit } from './unit';

export interface UnitOptions extends TransactionOptions {
  /** Runs the whole unit as one interactive transaction instead of a batch per query. */
  write?: boolean;
  /** Refuses every write. */
  readOnly?: boolean;
  /** Per statement, milliseconds. */
  statementTimeoutMs?: number;
}

/** Runs a unit of work; its handle is refused once `work` has settled. */
export async function perform<S extends Record<string, unknown>, T>(
  schema: WireSchema<S>,
  plane: Plane,
  unitWork: { work: (db: WireDb<S>) => Promise<T>; options: UnitOptions },
): Promise<T> {
  const { work, options } = unitWork;
  const unit = new Unit(plane);
  try {
    if (!options.write) return await work(schema.handle(unit));
    return await unit.transaction((runner) => work(schema.handle(runner)), options);
  } finally {
    unit.end();
  }
}
