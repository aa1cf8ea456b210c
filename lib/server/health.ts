import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'drizzle-orm';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import { poolFigures } from '@/db/client';
import { lookUp } from '@/db/control';
import { env } from '@/lib/env';
import { keyedDigest } from '@/lib/tenancy/directory/signature';

collectDefaultMetrics();

new Gauge({
  name: 'rowhouse_pool_connections',
  help: 'Database connections by pool and state',
  labelNames: ['pool', 'state'],
  collect() {
    this.reset();
    for (const [pool, figures] of Object.entries(poolFigures())) {
      for (const [state, count] of Object.entries(figures)) this.set({ pool, state }, count);
    }
  },
});

/** Answers /healthz, /readyz and /metrics; false for any other path. */
export async function answerHealth(request: IncomingMessage, response: ServerResponse) {
  const path = request.url?.split('?', 1)[0];
  if (path === '/healthz') return end(response, 200, 'ok');
  if (path === '/readyz') return end(response, ...(await readiness()));
  if (path === '/metrics') return await metrics(request, response);
  return false;
}

async function readiness(): Promise<[number, string]> {
  try {
    await lookUp(sql`select control.slug_taken('readiness') as taken`);
    return [200, 'ready'];
  } catch {
    return [503, 'The database cannot be reached.'];
  }
}

/** For a collector that knows the key `HMAC(secret, "metrics")`; a 404 for anybody else. */
async function metrics(request: IncomingMessage, response: ServerResponse) {
  const expected = Buffer.from(`Bearer ${await keyedDigest(env().ROWHOUSE_SECRET, 'metrics')}`);
  const given = Buffer.from(request.headers.authorization ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return end(response, 404, 'not found');
  }
  return end(response, 200, await register.metrics());
}

function end(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
  return true;
}
