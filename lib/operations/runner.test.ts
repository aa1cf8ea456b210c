import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Operations } from '@/db/operations/queue';
import { createTestDatabase, type TestDatabase } from '@/db/testing/database';
import { AppError } from '../errors';
import type { Handlers } from './handler';
import { type Runner, startRunner } from './runner';

let database: TestDatabase;
let operations: Operations;
let runner: Runner | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  operations = new Operations(database.urlOf('rowhouse_operator'));
});
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
  await operations.close();
});

const lease = { worker: uuidv7(), seconds: 30 };
const other = { worker: uuidv7(), seconds: 30 };

const stateOf = async (tenantId: string) => {
  const rows = await database.query<{ state: string; error: string | null; result: unknown }>(
    'select state, error, result from control.operations where tenant_id = $1 order by created_at',
    [tenantId],
  );
  return rows;
};

const settled = async (tenantId: string) => {
  for (;;) {
    const [row] = await stateOf(tenantId);
    if (row && !['queued', 'running'].includes(row.state)) return row;
    await pause(20);
  }
};

describe('the queue of operations', () => {
  it('gives a piece of work to one of many who ask, and one at a time of a tenant', async () => {
    const tenantId = uuidv7();
    expect(await operations.ask({ tenantId, kind: 'one' })).toBe(true);
    expect(await operations.ask({ tenantId, kind: 'one' })).toBe(false);
    await operations.ask({ tenantId, kind: 'two' });
    const kinds = ['one', 'two'];
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => operations.claim(kinds, { ...lease, worker: uuidv7() })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('goes to another when its holder falls silent, with what was noted', async () => {
    const tenantId = uuidv7();
    await operations.ask({ tenantId, kind: 'silent', input: { a: 1 } });
    const held = await operations.claim(['silent'], { ...lease, seconds: 0.2 });
    expect(held).toMatchObject({ tenantId, input: { a: 1 }, progress: {}, attempts: 1 });
    expect(await operations.beat(held as never, { ...lease, seconds: 0.2 }, { step: 2 })).toBe(
      true,
    );
    expect(await operations.claim(['silent'], other)).toBeNull();
    await pause(300);
    const taken = await operations.claim(['silent'], other);
    expect(taken).toMatchObject({ id: held?.id, progress: { step: 2 }, attempts: 2 });
    expect(await operations.beat(held as never, lease)).toBe(false);
    await operations.finish(held as never, lease.worker, { mine: true });
    expect((await stateOf(tenantId))[0]?.state).toBe('running');
    await operations.finish(taken as never, other.worker, { theirs: true });
    expect((await stateOf(tenantId))[0]).toMatchObject({ state: 'done', result: { theirs: true } });
  });
});

describe('the runner', () => {
  const work = async (kind: string, handlers: Handlers) => {
    const tenantId = uuidv7();
    await operations.ask({ tenantId, kind });
    runner = startRunner(operations, handlers);
    return tenantId;
  };

  it('tells the reader of an AppError at once', async () => {
    const tenantId = await work('refuses', {
      refuses: async () => {
        throw new AppError('precondition', 'The archive is damaged.');
      },
    });
    expect(await settled(tenantId)).toMatchObject({
      state: 'failed',
      error: 'The archive is damaged.',
    });
  });

  it('tries again what failed otherwise, from where it stood', async () => {
    const seen: unknown[] = [];
    const tenantId = await work('shaky', {
      shaky: async ({ progress, attempts }, { note }) => {
        seen.push(progress);
        await note({ step: attempts });
        if (attempts === 1) throw new Error('connection lost');
        return { attempts };
      },
    });
    expect(await settled(tenantId)).toMatchObject({ state: 'done', result: { attempts: 2 } });
    expect(seen).toEqual([{}, { step: 1 }]);
  });

  it('lets go of work when its process ends', async () => {
    let begun = false;
    const tenantId = await work('long', {
      long: async (_operation, { signal }) => {
        begun = true;
        await new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
        return {};
      },
    });
    while (!begun) await pause(10);
    await runner?.stop();
    expect(await operations.claim(['long'], other)).toMatchObject({ tenantId, attempts: 1 });
  });
});
