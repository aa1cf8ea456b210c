import { pathToFileURL } from 'node:url';
import { install, isInstalled } from './install.mjs';
import { buildNext, isNextBuilt } from './next-build.mjs';
import { complain, say, step } from './terminal.mjs';
import { startTestCluster } from './testing/cluster.mjs';
import {
  listExperiments,
  parseFlags,
  runExperiment,
  writeResults,
} from './testing/experiments.mjs';

// What they claim is a time: nothing runs beside them.
const timed = new Set(['costly-requests', 'equal-work', 'many-homes']);

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
  await inLanes(size === 'small' ? 2 : 1, beside, (name) => proveOne({ name, size }, note));
  await inLanes(1, alone, (name) => proveOne({ name, size }, note));
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

/** Does `work` for each name, `count` of them at any moment. */
async function inLanes(count, names, work) {
  const rest = [...names];
  const lane = async () => {
    for (let name = rest.shift(); name; name = rest.shift()) await work(name);
  };
  await Promise.all(Array.from({ length: count }, lane));
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
