import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { collections, counters } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';

/** A client that was refused takes a breath. */
const afterErrorMs = 20;

/** What a client remembers of its writes. */
export interface Journal {
  acknowledged: string[];
  /** Writes that ended in an error: each may have happened or not. */
  doubtful: string[];
  /** Milliseconds of each acknowledged write. */
  latencies: number[];
}

interface Options {
  writers: number;
  /** Of all writers together; without it as fast as they can. */
  perSecond?: number;
}

/** Clients that each insert a row and raise a counter in one transaction until they are stopped. */
export function startWriters(tenantId: string, { writers, perSecond }: Options) {
  const journal: Journal = { acknowledged: [], doubtful: [], latencies: [] };
  let going = true;
  const write = async () => {
    const gapMs = perSecond ? (1_000 * writers) / perSecond : 0;
    let due = performance.now() + Math.random() * gapMs;
    while (going) {
      if (gapMs) await pause(Math.max(0, due - performance.now()));
      due = Math.max(due + gapMs, performance.now() - 10 * gapMs);
      await writeOnce(tenantId, journal);
    }
  };
  const running = Array.from({ length: writers }, write);
  return {
    stop: async (): Promise<Journal> => {
      going = false;
      await Promise.all(running);
      return journal;
    },
  };
}

async function writeOnce(tenantId: string, { acknowledged, doubtful, latencies }: Journal) {
  const id = randomUUID();
  const begun = performance.now();
  const scope = mintTenantScope({ tenantId, actorId: null, requestId: id });
  try {
    await withTenant(scope, (db) =>
      db.batch([
        db.insert(collections).values({ id, name: id }),
        db
          .insert(counters)
          .values({ name: 'writes', value: 1 })
          .onConflictDoUpdate({
            target: [counters.tenantId, counters.name],
            set: { value: sql`${counters.value} + 1` },
          }),
      ]),
    );
    acknowledged.push(id);
    latencies.push(performance.now() - begun);
  } catch {
    doubtful.push(id);
    await pause(afterErrorMs);
  }
}

/** What became of a journal's writes, as the tenant now stands. */
export async function audit(tenantId: string, { acknowledged, doubtful }: Journal) {
  const scope = mintTenantScope({ tenantId, actorId: null, requestId: randomUUID() });
  return await withTenant(scope, async (db) => {
    const rows = await db
      .select({ id: collections.id })
      .from(collections)
      .where(sql`${collections.name} = ${collections.id}::text`);
    const [counter] = await db
      .select({ value: counters.value })
      .from(counters)
      .where(eq(counters.name, 'writes'));
    const present = new Set(rows.map(({ id }) => id));
    const happened = doubtful.filter((id) => present.has(id)).length;
    return {
      lost: acknowledged.filter((id) => !present.has(id)).length,
      /** Rows or counts beyond what clients asked for. */
      surplus: Math.abs(rows.length - acknowledged.length - happened),
      miscounted: Math.abs((counter?.value ?? 0) - rows.length),
    };
  });
}
