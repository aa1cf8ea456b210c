import { pathToFileURL } from 'node:url';
import { install, isInstalled } from './install.mjs';
import { inLanes } from './lanes.mjs';
import { root } from './settings.mjs';
import { say, step } from './terminal.mjs';

const mostLines = 60;

/**
 * Runs every static rule and prints what each found. Resolves to
 * `{ passed, failed, skipped, failures }`.
 */
export async function check() {
  const tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
  // Rules read the code with packages, which a fresh clone has only once they are installed.
  const { rules } = await import('./check/rules.mjs');
  // The first takes about as long as all others.
  await inLanes(2, rules, async ([name, rule]) => {
    const violations = await rule(root);
    say(`${violations.length ? '✗' : '✓'} ${name}`);
    for (const violation of violations.slice(0, mostLines)) say(`    ${violation}`);
    if (violations.length > mostLines) say(`    … and ${violations.length - mostLines} more lines`);
    tally[violations.length ? 'failed' : 'passed'] += 1;
    if (violations.length) tally.failures.push(`${name}: ${violations[0]}`);
  });
  return tally;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!isInstalled()) await step('Installing packages', () => install());
  const { passed, failed } = await check();
  say(`${passed} rules kept, ${failed} broken`);
  process.exitCode = failed ? 1 : 0;
}
