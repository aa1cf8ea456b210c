import { expect, test } from 'vitest';
import { root } from '../settings.mjs';
import { tallyPlaywright, tallyVitest } from './suites.mjs';

test('a test file that cannot be loaded is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }], name: `${root}/a.test.ts` },
      {
        status: 'failed',
        name: `${root}/b.test.ts`,
        assertionResults: [
          { status: 'failed', fullName: 'adds up', failureMessages: ['expected 3\n  at b.ts'] },
        ],
      },
      {
        status: 'failed',
        assertionResults: [],
        name: `${root}/c.test.ts`,
        message: 'no such file',
      },
    ],
    stray: ['No connection.\n  at d.ts'],
  };
  expect(tallyVitest(report)).toEqual({
    passed: 3,
    failed: 3,
    skipped: 3,
    failures: [
      'b.test.ts › adds up: expected 3',
      'c.test.ts: no such file',
      'outside any test: No connection.',
    ],
  });
});

test('a flaky browser test and an error outside any test are failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  const spec = (title: string, status: string, message?: string) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status, results: [{ error: message ? { message } : undefined }] }],
  });
  const suites = [
    {
      specs: [spec('holds', 'expected')],
      suites: [{ specs: [spec('breaks', 'unexpected', '\u001b[31mlost\u001b[39m\nmore')] }],
    },
    { specs: [spec('wavers', 'flaky', 'late')] },
  ];
  expect(tallyPlaywright({ stats, errors: [{ message: 'no port' }], suites })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
    failures: ['a.spec.ts › breaks: lost', 'a.spec.ts › wavers: late', 'outside any test: no port'],
  });
});
