import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { embeddedNames } from './shard-settings.mjs';
import { complain, say, step } from './terminal.mjs';

const oldestVersion = 160_000;

/** The admin URL of the database to use: the server that DATABASE_URL names, else our own. */
export async function openDatabase(settings, life) {
  if (!settings.databaseUrl) return keepEmbedded(settings, life);
  const { complaint } = await wrongDatabase(settings.databaseUrl);
  if (complaint) throw new Error(complaint);
  return settings.databaseUrl;
}

/**
 * Admin URLs of the further servers by connection name. One that is away is said and does not hold up
 * the others; one that cannot be used throws.
 */
export async function openShards(settings, life) {
  const urls = { ...settings.shardUrls };
  for (const [name, url] of Object.entries(urls)) {
    const { complaint, away } = await wrongDatabase(url, `SHARD_URLS."${name}"`);
    if (away) complain(`${complaint} Its tenants wait; it is tried again.`);
    else if (complaint) throw new Error(complaint);
  }
  for (const name of embeddedNames(settings.embeddedShards)) {
    urls[name] = await keepEmbedded({ dataDir: shardFolder(settings.dataDir, name) }, life, name);
  }
  return urls;
}

/** Where an embedded server beside the first keeps its files. */
export const shardFolder = (dataDir, name) => join(dataDir, name);

/** `complaint`: one sentence about why a server cannot be used; `away`: because it does not answer. */
export async function wrongDatabase(url, setting = 'DATABASE_URL') {
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
      return { complaint: `${setting} must name a Postgres 16 or later; that server is older.` };
    if (!rows[0].capable)
      return {
        complaint: `${setting} must name a user who may create roles and databases; that user may not.`,
      };
    return {};
  } catch (error) {
    const { hostname, port } = new URL(url);
    const reason = error.message || error.errors?.[0]?.message || error.code;
    const complaint = `${setting} names a server that cannot be reached at ${hostname}:${port || 5432} (${reason}).`;
    return { complaint, away: !/^(28|3D)/.test(error.code ?? '') };
  } finally {
    await client.end().catch(() => {});
  }
}

async function keepEmbedded(settings, life, shard) {
  const { startPostgres } = await import('./postgres/start.mjs');
  const options = { dataDir: settings.dataDir, port: settings.postgresPort };
  let server = await step(shard ? `Starting the database ${shard}` : 'Starting the database', () =>
    startPostgres(options),
  );
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
        // Without a shard the others go on.
        if (attempt === 5 && !shard) return life.fail(error.message);
        await pause(1_000);
      }
    }
  }
}
