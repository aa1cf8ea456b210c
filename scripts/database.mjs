import { setTimeout as pause } from 'node:timers/promises';
import { complain, say, step } from './terminal.mjs';

const oldestVersion = 160_000;

/** The admin URL of the database to use: the server that DATABASE_URL names, else our own. */
export async function openDatabase(settings, life) {
  if (!settings.databaseUrl) return keepEmbedded(settings, life);
  const complaint = await wrongDatabase(settings.databaseUrl);
  if (complaint) throw new Error(complaint);
  return settings.databaseUrl;
}

/** One sentence about why a server cannot be used, or undefined. */
export async function wrongDatabase(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`
      select current_setting('server_version_num')::int as version,
        rolsuper or (rolcreaterole and rolcreatedb) as capable
      from pg_roles where rolname = current_user`);
    if (rows[0].version < oldestVersion)
      return 'DATABASE_URL must name a Postgres 16 or later; that server is older.';
    if (!rows[0].capable)
      return 'DATABASE_URL must name a user who may create roles and databases; that user may not.';
    return undefined;
  } catch (error) {
    const { hostname, port } = new URL(url);
    const reason = error.message || error.errors?.[0]?.message || error.code;
    return `DATABASE_URL names a server that cannot be reached at ${hostname}:${port || 5432} (${reason}).`;
  } finally {
    await client.end().catch(() => {});
  }
}

async function keepEmbedded(settings, life) {
  const { startPostgres } = await import('./postgres/start.mjs');
  const options = { dataDir: settings.dataDir, port: settings.postgresPort };
  let server = await step('Starting the database', () => startPostgres(options));
  if (server.temporary)
    say(
      `  its files are in ${server.cluster}, which a clean-up may empty: set DATA_DIR to keep them`,
    );
  life.onEnd(() => server.stop());
  watch();
  return server.url;

  async function watch() {
    await server.exited;
    if (life.signal.aborted) return;
    complain('The database ended unexpectedly; starting it again.');
    for (let attempt = 1; ; attempt += 1) {
      try {
        server = await startPostgres({ ...options, port: server.port });
        return watch();
      } catch (error) {
        if (attempt === 5) return life.fail(error.message);
        await pause(1_000);
      }
    }
  }
}
