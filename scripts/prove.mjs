import { pathToFileURL } from 'node:url';
import { install, isInstalled } from './install.mjs';
import { complain, say, step } from './terminal.mjs';
import { startTestCluster } from './testing/cluster.mjs';
import {
  listExperiments,
  parseFlags,
  runExperiment,
  writeResults,
} from './testing/experiments.mjs';

/**
 * Runs proofs and prints each claim as `name: figure (bound) ok|FAIL`. Resolves to
 * `{ passed, failed, skipped, failures }`, a proof that broke or claimed nothing counting as one failure.
 */
export async function prove({ size, names = listExperiments('prove') }) {
  const claims = [];
  const line = ({ name, figure, bound }) => `${name}: ${figure} (${bound})`;
  const note = (claim) => {
    claims.push(claim);
    say(`${line(claim)} ${claim.ok ? 'ok' : 'FAIL'}`);
  };
  for (const name of names) await proveOne({ name, size }, note);
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

async function proveOne({ name, size }, note) {
  const cluster = await startTestCluster();
  let count = 0;
  try {
    const options = { name, size, clusterUrl: cluster.url };
    const failure = await runExperiment('prove', options, ({ claim }) => {
      count += 1;
      note({ proof: name, ...claim });
    });
    if (failure) complain(failure);
    const [figure] = (failure ?? 'not one claim').split('\n');
    if (failure || count === 0)
      note({ proof: name, name, figure, bound: 'runs to its end', ok: false });
  } finally {
    await cluster.remove();
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
