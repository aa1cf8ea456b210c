import { spawn } from 'node:child_process';
import { bundle, cliEntry, outputPath } from './bundle.mjs';
import { shardFolder, wrongDatabase } from './database.mjs';
import { install, isInstalled } from './install.mjs';
import { findPostgres, startPostgres } from './postgres/start.mjs';
import { processEnv } from './process-env.mjs';
import { nodeFlags } from './processes/child.mjs';
import { masterSecret } from './secrets.mjs';
import { readSettings, root } from './settings.mjs';
import { embeddedNames } from './shard-settings.mjs';
import { complain } from './terminal.mjs';

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  complain(error.message);
  process.exitCode = 1;
}

async function main(args) {
  const settings = readSettings(process.env);
  if (settings.complaints.length) throw new Error(settings.complaints.join('\n'));
  if (!isInstalled()) await install();
  const database = await openDatabase(settings);
  try {
    await bundle([cliEntry]);
    return await runCli(args, {
      ...settings,
      adminUrl: database.url,
      shardAdminUrls: await findShards(settings),
      secret: masterSecret(settings),
    });
  } finally {
    await database.stop?.();
  }
}

// Another process may be serving the same data: then its database is used and left running.
async function openDatabase({ databaseUrl, dataDir, postgresPort }) {
  if (databaseUrl) {
    const { complaint } = await wrongDatabase(databaseUrl);
    if (complaint) throw new Error(complaint);
    return { url: databaseUrl };
  }
  const running = await findPostgres(dataDir);
  return running ? { url: running } : startPostgres({ dataDir, port: postgresPort });
}

// An embedded server beside the first is used when it runs; its tenants are unavailable otherwise.
async function findShards({ dataDir, shardUrls, embeddedShards }) {
  const urls = { ...shardUrls };
  for (const name of embeddedNames(embeddedShards)) {
    const running = await findPostgres(shardFolder(dataDir, name));
    if (running) urls[name] = running;
  }
  return urls;
}

function runCli(args, product) {
  const child = spawn(process.execPath, [...nodeFlags, outputPath(cliEntry), ...args], {
    cwd: root,
    env: processEnv('cli', product),
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to the command too: it decides how to end.
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
