import type { Access } from './access';
import type { Rows, Statement } from './line';

/** How a session sends statements: each call its own batch, or all within one transaction. */
export interface Runner {
  /** Value of the `$tenant` placeholder; absent outside a tenant's scope. */
  readonly tenantId: string | undefined;
  run(statements: readonly Statement[], access: Access): Promise<Rows[]>;
  transaction<T>(work: (runner: Runner) => Promise<T>, options?: TransactionOptions): Promise<T>;
}

export interface TransactionOptions {
  isolationLevel?: 'read committed' | 'repeatable read' | 'serializable';
  accessMode?: 'read only' | 'read write';
}
