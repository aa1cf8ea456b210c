import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../settings.mjs';

/** Runs vitest; resolves to `{ passed, failed, skipped, failures }`. */
export async function runVitest(env) {
  const { report, code } = await runReporting('vitest/vitest.mjs', (file) => ({
    args: [
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...['--reporter', fileURLToPath(new URL('./stray-errors.mjs', import.meta.url))],
    ],
    env: { ...env, STRAY_ERRORS_FILE: strayFile(file) },
  }));
  return sureOf(report && tallyVitest(report), code);
}

const strayFile = (file) => `${file}.stray`;

/** Runs Playwright; resolves to `{ passed, failed, skipped, failures }`. */
export async function runPlaywright(env) {
  const { report, code } = await runReporting('@playwright/test/cli.js', (file) => ({
    args: ['test', '--reporter=line,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  }));
  return sureOf(report && tallyPlaywright(report), code);
}

/**
 * Counts a vitest JSON report and names what failed; a file that could not even be loaded is one
 * failure, and so is an error outside any test, of which `stray` holds the messages.
 */
export function tallyVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  testResults,
  stray,
}) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failedTests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        failure(`${relative(root, name)} › ${fullName}`, failureMessages?.[0]),
      ),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length + (stray?.length ?? 0),
    skipped: numPendingTests + (numTodoTests ?? 0),
    failures: [
      ...failedTests,
      ...unloaded.map(({ name, message }) => failure(relative(root, name), message)),
      ...(stray ?? []).map((message) => failure('outside any test', message)),
    ],
  };
}

/**
 * Counts a Playwright JSON report and names what failed; an error outside any test is one failure,
 * and so is a flaky test.
 */
export function tallyPlaywright({ stats, errors, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...suites.flatMap(failedSpecs),
      ...errors.map(({ message }) => failure('outside any test', message)),
    ],
  };
}

function failedSpecs({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        failure(`${file} › ${title}`, results.find(({ error }) => error)?.error.message),
      ),
  );
  return [...own, ...suites.flatMap(failedSpecs)];
}

const failure = (name, message = '') =>
  `${name}: ${stripVTControlCharacters(message).split('\n')[0]}`;

// A runner that ran nothing, or failed without a failed test, must not look like success.
function sureOf(tally, code) {
  const { passed = 0, failed = 0, skipped = 0, failures = [] } = tally ?? {};
  if (failed > 0 || (code === 0 && passed > 0)) return { passed, failed, skipped, failures };
  const unexplained = `the runner ended with ${code} after ${passed} tests, none of which failed`;
  return { passed, failed: 1, skipped, failures: [unexplained] };
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
  const [report, stray] = [file, strayFile(file)].map((path) =>
    existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined,
  );
  rmSync(folder, { recursive: true, force: true });
  return { report: report && { ...report, stray }, code };
}
