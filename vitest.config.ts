import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const isTest = /\.test\.tsx?$/;
// Settings are read once by a process, and modules are replaced for all that load them later.
const changesItsProcess = /process\.env|vi\.(mock|stubEnv|resetModules)\(/;

/** Tests that want modules of their own; the others share them, which takes half of the time. */
const apart = ['app', 'components', 'db', 'lib', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => isTest.test(file) && changesItsProcess.test(readText(file))),
);

const include = ['**/*.test.{ts,tsx}'];
const exclude = [...configDefaults.exclude, 'e2e/**', '.build/**', '.next/**', '.data/**'];

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    environment: 'node',
    globals: false,
    pool: 'forks',
    maxWorkers: 2,
    // A loaded machine is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    globalSetup: ['./scripts/testing/cluster.mjs'],
    setupFiles: ['./db/testing/vitest-setup.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'together', isolate: false, include, exclude: [...exclude, ...apart] },
      },
      { extends: true, test: { name: 'apart', include: apart, exclude } },
    ],
  },
});

function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
