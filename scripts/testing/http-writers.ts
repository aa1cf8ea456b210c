import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { collections, fields, records } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { send } from './web';

export interface HttpJournal {
  /** What was written into records whose making was acknowledged. */
  acknowledged: string[];
  /** Requests without an answer, or with another; each was sent again under its key. */
  again: number;
}

interface Options {
  tenantId: string;
  port: number;
  headers: Record<string, string>;
  writers: number;
  /** Between two writes of one client, milliseconds. */
  restMs: number;
}

const afterErrorMs = 100;

/**
 * Clients that each make one record after the other over HTTP. One that is not told that it is
 * made asks again under the same idempotency key until it is.
 */
export async function startHttpWriters({ tenantId, port, headers, writers, restMs }: Options) {
  const path = `/api/v1/collections/${await makeCollection(tenantId)}/records`;
  const journal: HttpJournal = { acknowledged: [], again: 0 };
  let going = true;
  const write = async () => {
    while (going) {
      const name = randomUUID();
      await makeSurely(port, { path, name, headers }, journal);
      await pause(restMs);
    }
  };
  const running = Promise.all(Array.from({ length: writers }, write));
  // Told at the end: until then others work on.
  running.catch(() => undefined);
  return {
    journal,
    stop: async (): Promise<HttpJournal> => {
      going = false;
      await running;
      return journal;
    },
  };
}

const scopeOf = (tenantId: string) =>
  mintTenantScope({ tenantId, actorId: null, requestId: tenantId });

async function makeCollection(tenantId: string): Promise<string> {
  const id = randomUUID();
  await withTenant(
    scopeOf(tenantId),
    async (db) => {
      await db.insert(collections).values({ id, name: 'Written over HTTP' });
      const field = { key: 'f1', name: 'Name', type: 'text', slot: 't1' } as const;
      await db.insert(fields).values({ collectionId: id, ...field });
    },
    { write: true },
  );
  return id;
}

const mostTries = 300;

async function makeSurely(
  port: number,
  { path, name, headers }: { path: string; name: string; headers: Record<string, string> },
  journal: HttpJournal,
) {
  const asked = {
    method: 'POST',
    path,
    headers: {
      ...headers,
      origin: `http://${headers.host}:${port}`,
      'content-type': 'application/json',
      'idempotency-key': name,
    },
    body: JSON.stringify({ data: { f1: name } }),
  };
  let last = '';
  for (let tries = 0; tries < mostTries; tries++) {
    const { status, body } = await send(port, asked).catch(() => ({ status: 0, body: '' }));
    if (status >= 200 && status < 300) {
      journal.acknowledged.push(name);
      return;
    }
    if (status >= 400 && status < 500 && status !== 409 && status !== 429) {
      throw new Error(`A write was refused with ${status}: ${body.slice(0, 200)}`);
    }
    journal.again += 1;
    last = `${status} ${body.slice(0, 200)}`;
    await pause(afterErrorMs);
  }
  throw new Error(`A write was never acknowledged: ${last}`);
}

/** How many of these writes are gone, and how many were made more than once, as the tenant stands. */
export async function auditHttp(tenantId: string, { acknowledged }: HttpJournal) {
  const rows = await withTenant(scopeOf(tenantId), (db) =>
    db.select({ name: records.t1 }).from(records),
  );
  const made = new Map<string, number>();
  for (const { name } of rows) if (name) made.set(name, (made.get(name) ?? 0) + 1);
  return {
    lost: acknowledged.filter((name) => !made.has(name)).length,
    doubled: [...made.values()].filter((count) => count > 1).length,
  };
}
