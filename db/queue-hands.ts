import pg from 'pg';

const lookEveryMs = 5_000;
const connectTimeoutMs = 5_000;
/** A hand that has just begun may not have its lock yet, nor one whose line was cut. */
const patience = '15 seconds';

const lockOf = (id: string) => `hashtextextended('queue hand ' || ${id}, 0)`;

export interface Hands {
  /** A worker of this process, by the name under which it holds jobs. */
  add(id: string): void;
  stop(): Promise<void>;
}

/**
 * Tells the workers of the queue that live from those that died with jobs in hand. Each living one
 * holds an advisory lock under its name, on a line of its process. `release` is told of the dead, so
 * that their jobs are begun anew at once and not after the hours that the queue itself would wait.
 */
export function keepHands(
  connectionString: string,
  release: (ids: string[]) => Promise<unknown>,
  failed: (error: unknown) => void,
): Hands {
  const own = new Set<string>();
  let line: { client: pg.Client; held: Set<string> } | undefined;
  let stopped = false;
  let looking: Promise<void> | undefined;
  const look = () => {
    if (stopped) return;
    looking ??= lookOnce()
      .catch((error: unknown) => {
        void line?.client.end().catch(() => undefined);
        line = undefined;
        failed(error);
      })
      .finally(() => {
        looking = undefined;
      });
  };
  const lookOnce = async () => {
    line ??= { client: await connect(connectionString, () => (line = undefined)), held: new Set() };
    await takeLocks(line, own);
    await releaseDead(line.client, [...own], release);
  };
  const timer = setInterval(look, lookEveryMs);
  look();
  return {
    add: (id) => {
      own.add(id);
      look();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await line?.client.end().catch(() => undefined);
    },
  };
}

async function connect(connectionString: string, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  client.on('error', () => undefined);
  client.on('end', lost);
  await client.connect();
  return client;
}

async function takeLocks(
  { client, held }: { client: pg.Client; held: Set<string> },
  own: ReadonlySet<string>,
) {
  for (const id of own) {
    if (held.has(id)) continue;
    const { rows } = await client.query<{ had: boolean }>(
      `select pg_try_advisory_lock(${lockOf('$1')}) as had`,
      [id],
    );
    // Its own line from before a cut may still hold it; the next look asks again.
    if (rows[0]?.had) held.add(id);
  }
}

async function releaseDead(
  client: pg.Client,
  own: string[],
  release: (ids: string[]) => Promise<unknown>,
) {
  const { rows } = await client.query<{ id: string }>(
    `with holders as materialized (
       select distinct locked_by as id from graphile_worker._private_jobs
       where locked_at < now() - interval '${patience}' and locked_by <> all($1))
     select id from holders where pg_try_advisory_lock(${lockOf('id')})`,
    [own],
  );
  const dead = rows.map(({ id }) => id);
  if (dead.length === 0) return;
  try {
    await release(dead);
  } finally {
    for (const id of dead) {
      await client.query(`select pg_advisory_unlock(${lockOf('$1')})`, [id]);
    }
  }
}
