import { setTimeout as pause } from 'node:timers/promises';

const wrongPassword = '28P01';

/** Resolves once a real connection answers; throws when the server ends first or the time is up. */
export async function waitUntilReady(server, url, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  while (!server.ended) {
    const refusal = await whyRefused(url);
    if (!refusal) return;
    if (refusal.code === wrongPassword && !(await endsSoon(server)))
      throw new Error(`The password in postgres.json is not the cluster's: ${refusal.message}.`);
    if (Date.now() > deadline) throw new Error(`Postgres does not answer: ${server.complaint()}`);
    await pause(20);
  }
  throw new Error(`Postgres does not start: ${server.complaint()}`);
}

// Then the one that refused us was another server, which holds the port.
const endsSoon = (server) => Promise.race([server.exited.then(() => true), pause(2_000)]);

/** Nothing when a server at the URL lets us in, else the error. */
export async function whyRefused(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => {});
  }
}
