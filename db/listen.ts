import pg from 'pg';

const retryMs = 1_000;

/**
 * Calls `heard` for each NOTIFY on a channel, and once after every reconnect, since hints sent
 * meanwhile are lost. A hint only: whoever listens must also look for itself now and then.
 */
export async function listenFor(
  connectionString: string,
  channel: string,
  heard: () => void,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | undefined;
  let stopped = false;

  async function connect() {
    const next = new pg.Client({ connectionString, keepAlive: true });
    next.on('notification', heard);
    next.on('error', () => next.end().catch(() => undefined));
    next.on('end', () => !stopped && setTimeout(reconnect, retryMs));
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    client = next;
  }

  function reconnect() {
    if (stopped) return;
    connect().then(heard, () => setTimeout(reconnect, retryMs));
  }

  await connect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end();
    },
  };
}
