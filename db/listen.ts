import pg from 'pg';

const retryMs = 1_000;
const connectTimeoutMs = 5_000;

/**
 * Calls `heard` for each NOTIFY on a channel, and once after every connect, since hints sent
 * meanwhile are lost; a server that does not answer is tried again. A hint only: whoever listens
 * must also look for itself now and then.
 */
export function listenFor(
  connectionString: string,
  channel: string,
  heard: () => void,
): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let stopped = false;

  async function connect() {
    const next = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: connectTimeoutMs,
    });
    next.on('notification', heard);
    next.on('error', () => next.end().catch(() => undefined));
    client = next;
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    next.on('end', () => setTimeout(reconnect, retryMs));
  }

  function reconnect() {
    if (stopped) return;
    connect().then(heard, () => {
      void client?.end().catch(() => undefined);
      setTimeout(reconnect, retryMs).unref();
    });
  }

  reconnect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end().catch(() => undefined);
    },
  };
}
