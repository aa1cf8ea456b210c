import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** One piece of work as its handler gets it. */
export interface Operation {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: string;
  readonly input: Record<string, unknown>;
  /** What an earlier attempt noted. */
  readonly progress: Record<string, unknown>;
  /** 1 at the first attempt. */
  readonly attempts: number;
  readonly askedBy: string | null;
}

export interface Lease {
  /** Names the process that holds it. */
  worker: string;
  /** Without a beat for so long, another may take the work over. */
  seconds: number;
}

/** After so many attempts a piece of work has failed, whether it was its own fault or its process's. */
export const mostAttempts = 6;

export interface NewOperation {
  tenantId: string;
  kind: string;
  input?: Record<string, unknown>;
}

const columns = `id, tenant_id as "tenantId", kind, input, progress, attempts, asked_by as "askedBy"`;
const mine = `tenant_id = $1 and id = $2 and state = 'running' and worker = $3`;
const settled = `finished_at = now(), lease_until = null, worker = null`;

/** The operator's end of `control.operations`. */
export class Operations {
  readonly #pool: pg.Pool;

  constructor(connectionString: string) {
    this.#pool = new pg.Pool({ connectionString, max: 2 });
    this.#pool.on('error', () => undefined);
  }

  /**
   * Takes the longest waiting piece of work of these kinds, or one whose holder fell silent; null
   * when there is none. A tenant has one piece of work at a time. What was begun `mostAttempts` times
   * and never came to an end is set down as failed, until staff ask for another try.
   */
  async claim(kinds: readonly string[], { worker, seconds }: Lease): Promise<Operation | null> {
    try {
      await this.#pool.query(giveUpText, [kinds, mostAttempts]);
      await this.#pool.query(tryAgainText, [kinds]);
      const { rows } = await this.#pool.query<Operation>(claimText, [kinds, worker, seconds]);
      return rows[0] ?? null;
    } catch (error) {
      // Two claimers met at one tenant.
      if ((error as { code?: string }).code === '23505') return null;
      throw error;
    }
  }

  /** Holds on to a piece of work, noting where it stands. False when it is another's now. */
  async beat(
    { tenantId, id }: Operation,
    { worker, seconds }: Lease,
    progress?: Record<string, unknown>,
  ): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update control.operations set lease_until = now() + make_interval(secs => $4),
         progress = coalesce($5::jsonb, progress) where ${mine}`,
      [tenantId, id, worker, seconds, progress ? JSON.stringify(progress) : null],
    );
    return rowCount === 1;
  }

  /** Whether somebody asked for it to stop. */
  async isCancelled({ tenantId, id }: Operation): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `select 1 from control.operations
       where tenant_id = $1 and id = $2 and cancel_asked_at is not null`,
      [tenantId, id],
    );
    return rowCount === 1;
  }

  async finish(
    { tenantId, id }: Operation,
    worker: string,
    result: Record<string, unknown>,
  ): Promise<void> {
    await this.#pool.query(
      `update control.operations set state = 'done', result = $4, error = null, ${settled} where ${mine}`,
      [tenantId, id, worker, JSON.stringify(result)],
    );
  }

  /** Ends it without success; `error` is for the reader. */
  async fail(
    { tenantId, id }: Operation,
    worker: string,
    { error, state = 'failed' }: { error: string; state?: 'failed' | 'cancelled' },
  ): Promise<void> {
    await this.#pool.query(
      `update control.operations set state = $5, error = $4, ${settled} where ${mine}`,
      [tenantId, id, worker, error, state],
    );
  }

  /** Lets go of it until later, with its progress kept. */
  async defer(
    { tenantId, id }: Operation,
    worker: string,
    { seconds, error = null }: { seconds: number; error?: string | null },
  ): Promise<void> {
    await this.#pool.query(
      `update control.operations set available_at = now() + make_interval(secs => $4), error = $5,
         lease_until = now() + make_interval(secs => $4) where ${mine}`,
      [tenantId, id, worker, seconds, error],
    );
  }

  /** Lets go of it at once, as if this attempt had not been. */
  async giveBack({ tenantId, id }: Operation, worker: string): Promise<void> {
    await this.#pool.query(
      `update control.operations set attempts = attempts - 1, lease_until = now() where ${mine}`,
      [tenantId, id, worker],
    );
  }

  /** Asks for work on the operator's own account; false when the same already waits. */
  async ask({ tenantId, kind, input = {} }: NewOperation): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `insert into control.operations (tenant_id, id, kind, input) values ($1, $2, $3, $4)
       on conflict (tenant_id, kind) where state = 'queued' do nothing`,
      [tenantId, uuidv7(), kind, JSON.stringify(input)],
    );
    return rowCount === 1;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

const giveUpText = `
  update control.operations set state = 'failed', ${settled},
    error = coalesce(error, 'It was begun ' || attempts || ' times, and each time its process died.')
  where kind = any($1) and state = 'running' and lease_until < now() and attempts >= $2`;

// One of a kind waits at a time; a second that is asked for again meanwhile comes after it.
const tryAgainText = `
  update control.operations o set state = 'queued', attempts = 0, available_at = now(),
    finished_at = null, cancel_asked_at = null, retry_asked_at = null
  where (tenant_id, id) in (
    select distinct on (f.tenant_id, f.kind) f.tenant_id, f.id from control.operations f
    where f.kind = any($1) and f.state = 'failed' and f.retry_asked_at is not null
      and not exists (select 1 from control.operations q
        where q.tenant_id = f.tenant_id and q.kind = f.kind and q.state = 'queued')
    order by f.tenant_id, f.kind, f.retry_asked_at)`;

const claimText = `
  update control.operations o set state = 'running', worker = $2, attempts = attempts + 1,
    started_at = coalesce(started_at, now()), lease_until = now() + make_interval(secs => $3)
  where (tenant_id, id) = (
    select w.tenant_id, w.id from control.operations w
    where w.kind = any($1) and w.available_at <= now()
      and (w.state = 'running' and w.lease_until < now()
        or w.state = 'queued' and not exists (select 1 from control.operations r
          where r.tenant_id = w.tenant_id and r.state = 'running'))
    order by w.available_at, w.created_at limit 1 for update skip locked)
  returning ${columns}`;
