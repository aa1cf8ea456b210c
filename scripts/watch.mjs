import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { bundleOptions, outputPath, writeOutputs } from './bundle.mjs';
import { root } from './settings.mjs';

/**
 * Bundles the entries again whenever a source changes and names those whose code is another now.
 * Resolves to the function that stops watching.
 */
export async function watchBundle(entries, onChange) {
  const { context } = await import('esbuild');
  const options = bundleOptions(entries);
  let known;
  const report = {
    name: 'report',
    setup(build) {
      build.onEnd(({ outputFiles, metafile, errors }) => {
        if (errors.length) return;
        writeOutputs(outputFiles);
        const digests = entryDigests(entries, outputFiles, metafile);
        const changed = entries.filter((entry) => known && known[entry] !== digests[entry]);
        known = digests;
        if (changed.length) onChange(changed);
      });
    },
  };
  const plugins = [...options.plugins, report];
  const watching = await context({ ...options, plugins, write: false, metafile: true });
  await watching.watch();
  return () => watching.dispose();
}

// Chunk names carry the hash of their content: an entry is the same when its own text is.
function entryDigests(entries, outputFiles, metafile) {
  const texts = new Map(outputFiles.map(({ path, contents }) => [relative(root, path), contents]));
  return Object.fromEntries(
    entries.map((entry) => {
      const hash = createHash('sha256');
      for (const path of reachable(relative(root, outputPath(entry)), metafile.outputs))
        hash.update(`${path}\0`).update(texts.get(path));
      return [entry, hash.digest('hex')];
    }),
  );
}

function reachable(path, outputs, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, external } of outputs[path].imports)
    if (!external) reachable(next, outputs, seen);
  return seen;
}
