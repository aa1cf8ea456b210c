import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { install, isInstalled } from './install.mjs';
import { inLanes } from './lanes.mjs';
import { buildNext, isNextBuilt } from './next-build.mjs';
import { nodeFlags } from './processes/child.mjs';
import { run } from './run.mjs';
import { root } from './settings.mjs';
import { complain, say, step } from './terminal.mjs';
import { makeReadyCluster, startTestCluster } from './testing/cluster.mjs';
import {
  buildExperiments,
  listExperiments,
  parseFlags,
  runExperiment,
  writeResults,
} from './testing/experiments.mjs';

// What they claim is a time: nothing runs beside them.
const timed = new Set(['costly-requests', 'equal-work', 'fair-queue', 'many-homes']);

/**
 * Runs proofs, small ones two at a time, and prints each claim as `name: figure (bound) ok|FAIL`. Resolves to
 * `{ passed, failed, skipped, failures }`, a proof that broke or claimed nothing counting as one failure.
 */
export async function prove({ size, names = listExperiments('prove') }) {
  const claims = [];
  const line = ({ name, figure, bound }) => `${name}: ${figure} (${bound})`;
  const note = (claim) => {
    claims.push(claim);
    say(`${line(claim)} ${claim.ok ? 'ok' : 'FAIL'}`);
  };
  // Two that found it missing would build it into the same folder.
  if (names.length > 1 && !isNextBuilt()) await step('Building the pages', () => buildNext());
  const [alone, beside] = [true, false].map((is) => names.filter((name) => timed.has(name) === is));
  const like = names.length > 1 ? await makeTemplate() : undefined;
  const programs = await buildExperiments('prove', names);
  const proveNamed = (name) =>
    proveOne({ name, program: programs[name], size, like: like?.dataDir }, note);
  try {
    await inLanes(size === 'small' ? 2 : 1, beside, proveNamed);
    await inLanes(1, alone, proveNamed);
  } finally {
    await like?.remove();
  }
  const ofProof = (name) => ({ claims: claims.filter(({ proof }) => proof === name) });
  writeResults('prove', size, Object.fromEntries(names.map((name) => [name, ofProof(name)])));
  const failures = claims
    .filter(({ ok }) => !ok)
    .map((claim) => `proof ${claim.proof} › ${line(claim)}`);
  if (claims.length === 0) failures.push('proofs: not one claim was made');
  return {
    passed: claims.filter(({ ok }) => ok).length,
    failed: failures.length,
    skipped: 0,
    failures,
  };
}

/** A stopped cluster with the template that proofs clone, for each of them to begin with a copy of. */
async function makeTemplate() {
  const entry = 'scripts/testing/make-template.ts';
  const { [entry]: program } = await bundle([entry]);
  return await makeReadyCluster((url) =>
    run(process.execPath, [...nodeFlags, program, url], { cwd: root }),
  );
}

async function proveOne({ name, program, size, like }, note) {
  const begun = performance.now();
  const cluster = await startTestCluster({ large: size === 'full', like });
  let count = 0;
  try {
    const options = { name, program, size, clusterUrl: cluster.url };
    const failure = await runExperiment(options, ({ claim }) => {
      count += 1;
      note({ proof: name, ...claim });
    });
    if (failure) complain(failure);
    const [figure] = (failure ?? 'not one claim').split('\n');
    if (failure || count === 0)
      note({ proof: name, name, figure, bound: 'runs to its end', ok: false });
  } finally {
    await cluster.remove();
    say(`  ${name} took ${Math.round((performance.now() - begun) / 1000)} s`);
  }
}

async function main() {
  const { list, names, size } = parseFlags('prove', process.argv.slice(2));
  if (list) return say(names.join('\n'));
  if (!isInstalled()) await step('Installing packages', () => install());
  const { passed, failed } = await prove({ size, names });
  say(`${passed} claims hold, ${failed} fail`);
  process.exitCode = failed ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main().catch((error) => {
    complain(error.message);
    process.exitCode = 1;
  });
