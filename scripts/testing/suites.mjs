import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../settings.mjs';

/** Runs vitest; resolves to `{ passed, failed, skipped }`. */
export async function runVitest(env) {
  const { report, code } = await runReporting('vitest/vitest.mjs', (file) => ({
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    env,
  }));
  return sureOf(report && tallyVitest(report), code);
}

/** Runs Playwright; resolves to `{ passed, failed, skipped }`. */
export async function runPlaywright(env) {
  const { report, code } = await runReporting('@playwright/test/cli.js', (file) => ({
    args: ['test', '--reporter=line,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  }));
  return sureOf(report && tallyPlaywright(report), code);
}

/** Counts a vitest JSON report; a file that could not even be loaded is one failure. */
export function tallyVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  testResults,
}) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
  };
}

/** Counts a Playwright JSON report; an error outside any test is one failure, and so is a flaky test. */
export function tallyPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

// A runner that ran nothing, or failed without a failed test, must not look like success.
function sureOf(tally, code) {
  const { passed = 0, failed = 0, skipped = 0 } = tally ?? {};
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}

async function runReporting(program, describe) {
  const folder = mkdtempSync(join(tmpdir(), 'rowhouse-report-'));
  const file = join(folder, 'report.json');
  const { args, env } = describe(file);
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((done) => child.once('exit', done));
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  return { report, code };
}
