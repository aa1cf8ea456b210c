import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './settings.mjs';

const entry = (name) => `lib/server/${name}.ts`;

/** The program that prepares the database, and those that then run, in the order of starting. */
export const setUpEntry = entry('setup');
export const runningEntries = ['operator', 'worker', 'web'].map(entry);
export const cliEntry = entry('cli');
export const stripeEntry = entry('stripe');

/**
 * Bundles TypeScript entries (paths from the root) into `.build/*.mjs` that plain Node runs; packages
 * stay outside. Returns the outputs by entry: `{ [entry]: absolute path }`.
 */
export async function bundle(entries) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...bundleOptions(entries), write: false });
  writeOutputs(outputFiles);
  return Object.fromEntries(entries.map((entry) => [entry, outputPath(entry)]));
}

export const outputPath = (entry) => join(root, '.build', `${outputName(entry)}.mjs`);

export function bundleOptions(entries) {
  return {
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: entry, out: outputName(entry) })),
    outdir: '.build',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '@': root },
    jsx: 'automatic',
    sourcemap: true,
    loader: { '.css': 'empty' },
    logLevel: 'silent',
    plugins: [plainNode],
  };
}

/** Writes only what changed, each file whole: a process that starts meanwhile never reads half of one. */
export function writeOutputs(outputFiles) {
  for (const { path, contents } of outputFiles) {
    if (isSame(path, contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, contents);
    renameSync(fresh, path);
  }
}

const outputName = (entry) =>
  entry.replace(/^(lib\/server|scripts|\.build)\//, '').replace(/\.tsx?$/, '');

// Next's package has no export map, so plain Node wants `next/headers.js`; next-auth leaves that off
// and therefore must be bundled. `server-only` exists only inside Next's own bundler. Our scripts find
// the checkout by where they lie, so they stay there.
const plainNode = {
  name: 'plain-node',
  setup(build) {
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({
      path: `${path}.js`,
      external: true,
    }));
    build.onResolve({ filter: /^next-auth(\/|$)/ }, ({ path }) => ({
      path: new URL(import.meta.resolve(path)).pathname,
    }));
    build.onResolve({ filter: /^\..*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      external: true,
    }));
    build.onResolve({ filter: /^(server|client)-only$/ }, ({ path }) => ({
      path,
      namespace: 'empty',
    }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

function isSame(path, contents) {
  try {
    return readFileSync(path).equals(contents);
  } catch {
    return false;
  }
}
