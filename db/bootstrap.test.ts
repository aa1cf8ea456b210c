import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startPostgres } from '../scripts/postgres/start.mjs';
import { bootstrap, connectionUrl } from './bootstrap';
import { testSecret } from './testing/names';

it('says beforehand which rights its admin lacks, and makes nothing', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rowhouse-bootstrap-'));
  const server = await startPostgres({ dataDir, durable: false });
  const admin = new pg.Client({ connectionString: server.url });
  try {
    await admin.connect();
    await admin.query(`create role hoster login createdb createrole password 'weak'`);
    const { pathname } = new URL(server.url);
    const adminUrl = connectionUrl(server.url, pathname.slice(1), ['hoster', 'weak']);
    const options = { adminUrl, databaseName: 'rowhouse', secret: testSecret };
    await expect(bootstrap(options)).rejects.toThrow(
      /^hoster cannot set this server up: .* may pass on the role pg_signal_backend, /,
    );
    const made = await admin.query(
      `select rolname from pg_roles where rolname like 'rowhouse%' union all
       select datname from pg_database where datname = 'rowhouse'`,
    );
    expect(made.rows).toEqual([]);
    await bootstrap({ ...options, adminUrl: server.url });
    await bootstrap({ ...options, adminUrl: server.url });
  } finally {
    await admin.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 90_000);
