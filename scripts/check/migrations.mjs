import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { neutralEnv } from '../process-env.mjs';
import { run } from '../run.mjs';

/** Tables in the code that no migration makes: generating into a copy must bring nothing new. */
export async function migrationDrift(root) {
  const configs = readdirSync(root).filter((name) => /^drizzle\..+\.config\.ts$/.test(name));
  if (configs.length === 0)
    return ['there is no drizzle.*.config.ts: nothing guards the migrations'];
  const found = [];
  for (const config of configs) found.push(...(await driftOf(root, config)));
  return found;
}

async function driftOf(root, config) {
  const text = readFileSync(join(root, config), 'utf8');
  const out = text.match(/\bout:\s*['"]([^'"]+)['"]/)?.[1];
  if (!out || !existsSync(join(root, out))) return [`${config} names no folder of migrations`];
  const scratch = makeScratch(root);
  try {
    const copy = join(scratch, 'migrations');
    cpSync(join(root, out), copy, { recursive: true });
    const trial = join(scratch, 'trial.config.ts');
    writeFileSync(trial, text.replace(out, `./${relative(root, copy)}`));
    const before = listing(copy);
    const said = await generate(root, trial);
    const fresh = listing(copy).filter((name) => !before.includes(name));
    // Asked whether a column was renamed, drizzle-kit finds no terminal and leaves without an error.
    if (fresh.length === 0 && !said.includes('No schema changes')) fresh.push('something');
    return fresh.map((name) => `${config}: the tables have changed, and ${name} would be new`);
  } catch (error) {
    return [`${config}: drizzle-kit generate failed: ${error.message}`];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

// Below the root, because the trial configuration resolves packages from where it lies.
function makeScratch(root) {
  mkdirSync(join(root, '.build'), { recursive: true });
  return mkdtempSync(join(root, '.build', 'drift-'));
}

function generate(root, trial) {
  const program = join(root, 'node_modules/drizzle-kit/bin.cjs');
  return run(process.execPath, [program, 'generate', '--config', trial], {
    cwd: root,
    env: neutralEnv(),
    timeout: 60_000,
  });
}

const listing = (folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => /\.(sql|json)$/.test(name));
