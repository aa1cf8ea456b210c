import pg from 'pg';
import { type PlaneTable, planeTables, urlOfPlane } from '../copy/plane';
import { readPlainly } from '../copy/rows';
import { closeLine, connectTimeoutMs, cutLine, operatorUrl, type Servers } from '../homes/servers';
import { addressIn, type Route } from './move';

/** Open lines to both ends of a move and to the control plane. */
export interface Ends {
  readonly route: Route;
  readonly control: pg.Client;
  readonly source: pg.Client;
  readonly target: pg.Client;
  readonly tables: readonly PlaneTable[];
  /** A line more to each server concerned, on which nothing else is done. */
  readonly probes: readonly pg.Client[];
  /** Drops all three lines at once: whatever waits for an answer fails. */
  cut(): void;
}

/** Names the move that a session works for, so that what a dead one left can be told and ended. */
const nameOf = (moveId: string) => `move ${moveId}`;

/** A server that went without a word is told by probes after this long without one, milliseconds. */
const probeAfterMs = 5_000;

/**
 * Opens the lines for a piece of work and closes them whatever happens; when one is lost the others
 * go with it, since work that waits for one end would hold up the other. Sessions that an earlier
 * worker of the same move left behind are ended first: they may still hold locks or a transaction.
 */
export async function withEnds<T>(
  servers: Servers,
  route: Route,
  work: (ends: Ends) => Promise<T>,
): Promise<T> {
  const opened: pg.Client[] = [];
  let closing = false;
  const cut = () => opened.forEach(cutLine);
  const open = async (url: string) => {
    const client = new pg.Client({
      connectionString: url,
      application_name: nameOf(route.id),
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: probeAfterMs,
    });
    client.on('error', () => undefined);
    client.on('end', () => closing || cut());
    opened.push(client);
    await client.connect();
    await readPlainly(client);
    // A fence that a crash of its server forgets would let a late writer in.
    await client.query('set synchronous_commit = on');
    return client;
  };
  const { source, target, tenantId } = route;
  try {
    const control = await open(operatorUrl(servers, 'primary'));
    const from = await open(urlOfPlane(servers, addressIn(source, tenantId)));
    const to = await open(urlOfPlane(servers, addressIn(target, tenantId)));
    const concerned = [...new Set([source.connection, target.connection])];
    const probes: pg.Client[] = [];
    for (const name of concerned) probes.push(await open(operatorUrl(servers, name)));
    // Types leave out the number by which the server knows a session.
    const own = opened.map((client) => (client as unknown as { processID: number }).processID);
    for (const client of opened) await endOrphans(client, route.id, own);
    const tables = await sharedTables(route, from, to);
    return await work({ route, control, source: from, target: to, tables, probes, cut });
  } finally {
    closing = true;
    await Promise.all(opened.map(closeLine));
  }
}
async function endOrphans(client: pg.Client, moveId: string, own: number[]) {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = $1 and pid <> all($2) and usename = current_user`,
    [nameOf(moveId), own],
  );
}

/** A migration since the lines were opened would leave the new columns behind. */
export async function requireSameTables({ route, source, target, tables }: Ends): Promise<void> {
  const now = await sharedTables(route, source, target);
  if (JSON.stringify(now) !== JSON.stringify(tables)) {
    throw new Error('The tables have changed since the move began to follow. It looks again.');
  }
}

async function sharedTables({ source, target }: Route, from: pg.Client, to: pg.Client) {
  const tables = await planeTables(from, source.schemaName);
  const there = await planeTables(to, target.schemaName);
  if (JSON.stringify(tables) !== JSON.stringify(there)) {
    throw new Error('The tables of the two homes differ. Migrate the one that is behind first.');
  }
  return tables;
}
