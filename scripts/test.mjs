import { randomBytes } from 'node:crypto';
import { check } from './check.mjs';
import { install, isInstalled } from './install.mjs';
import { complain, say, step } from './terminal.mjs';
import { findBrowser } from './testing/browser.mjs';
import { startTestCluster } from './testing/cluster.mjs';
import { startProduct } from './testing/product.mjs';
import { runPlaywright, runVitest } from './testing/suites.mjs';

const cleanups = [];

for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => leave(130));

if (!isInstalled()) await step('Installing packages', () => install());
const tallies = [];
for (const [title, suite] of [
  ['Static rules', check],
  ['Unit tests', unitTests],
  ['Proofs, small', proofs],
  ['Set-up and browser tests', browserTests],
]) {
  say(`\n── ${title}`);
  tallies.push(await suite().catch(asFailure));
}
const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
await cleanUp();
const failures = tallies.flatMap((tally) => tally.failures);
if (failures.length > 0) say(['\nWhat failed:', ...failures].join('\n  '));
say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

async function unitTests() {
  const cluster = await startTestCluster();
  cleanups.push(cluster.remove);
  const tally = await runVitest({
    TEST_ADMIN_DATABASE_URL: cluster.url,
    ROWHOUSE_SECRET: randomBytes(32).toString('hex'),
  });
  await cleanUp();
  return tally;
}

async function proofs() {
  const { prove } = await import('./prove.mjs');
  return prove({ size: 'small' });
}

async function browserTests() {
  const browser = await findBrowser();
  const product = await step('Starting the product on an empty folder', () =>
    // One server to take away; and a shared cache in front, as partners may have one.
    startProduct({ embeddedShards: 1, cached: true }),
  );
  cleanups.push(product.stop);
  const tally = await runPlaywright({
    E2E_PORT: String(product.port),
    E2E_DATA_DIR: product.dataDir,
    E2E_DNS_PORT: String(product.dnsPort),
    E2E_CHROMIUM: browser,
  });
  cleanups.pop();
  // Coming up from nothing and leaving cleanly are tests of their own.
  const clean = (await product.stop()) === 0;
  return {
    ...tally,
    passed: tally.passed + (clean ? 2 : 1),
    failed: tally.failed + (clean ? 0 : 1),
    failures: [
      ...tally.failures,
      ...(clean ? [] : ['The product did not stop cleanly at SIGTERM.']),
    ],
  };
}

function asFailure(error) {
  complain(error.stack ?? error.message);
  return { passed: 0, failed: 1, skipped: 0, failures: [error.message] };
}

async function cleanUp() {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

async function leave(code) {
  await cleanUp();
  process.exit(code);
}
