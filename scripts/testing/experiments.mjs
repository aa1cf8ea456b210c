import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.mjs';
import { makeFolder } from '../folder.mjs';
import { nodeFlags } from '../processes/child.mjs';
import { readSettings, root } from '../settings.mjs';

const runner = fileURLToPath(new URL('./run-experiment.mjs', import.meta.url));

/** The experiments of a kind (`prove` or `bench`): each is one file of that name. */
export function listExperiments(kind) {
  const folder = join(root, 'scripts', kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

/** `{ list, names, size }` of a command line; throws on a name that does not exist. */
export function parseFlags(kind, args) {
  const at = args.indexOf('--only');
  const only = at < 0 ? undefined : args[at + 1];
  const names = listExperiments(kind);
  if (at >= 0 && !names.includes(only))
    throw new Error(`There is no ${only ?? '(missing name)'}; --list names them.`);
  const size = args.includes('--small') ? 'small' : 'full';
  return { list: args.includes('--list'), names: only ? [only] : names, size };
}

/** Builds experiments at once, since they share most of the product: `{ [name]: path of its program }`. */
export async function buildExperiments(kind, names) {
  const entryOf = (name) => `scripts/${kind}/${name}.ts`;
  const programs = await bundle(names.map(entryOf));
  return Object.fromEntries(names.map((name) => [name, programs[entryOf(name)]]));
}

/**
 * Runs one experiment in a process of its own against a cluster, so that a crash or a leak is its own.
 * `onMessage` hears what it reports. Resolves to a sentence when it failed, else undefined.
 */
export async function runExperiment({ name, program, size, clusterUrl }, onMessage) {
  const secret = randomBytes(32).toString('hex');
  const child = fork(runner, [program, name, size], {
    cwd: root,
    execArgv: [...nodeFlags, '--expose-gc'],
    env: { ...process.env, TEST_ADMIN_DATABASE_URL: clusterUrl, ROWHOUSE_SECRET: secret },
  });
  let failure;
  child.on('message', (message) => {
    if ('failure' in message) failure = message.failure ?? undefined;
    else onMessage(message);
  });
  const code = await new Promise((done) =>
    child.once('exit', (status, signal) => done(status ?? signal)),
  );
  return failure ?? (code === 0 ? undefined : `ended with ${code}`);
}

/**
 * Keeps results for machines to read, in `<data folder>/<kind>.json`: `{ [name]: { size, at, ... } }`,
 * where a run replaces what an earlier one said of the same experiments.
 */
export function writeResults(kind, size, results) {
  const { dataDir } = readSettings(process.env);
  makeFolder(dataDir);
  const file = join(dataDir, `${kind}.json`);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const at = new Date().toISOString();
  for (const [name, result] of Object.entries(results)) kept[name] = { size, at, ...result };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}
