import { expect, test } from 'vitest';
import { belowFloor, compareVersions, missingFromLock } from './lock.mjs';
import { plant } from './planted';

const lock = (packages: object) => plant({ 'package-lock.json': JSON.stringify({ packages }) });

test('an optional package without an entry is missed, wherever it may lie', () => {
  const root = lock({
    'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-mac': '1' } },
    'node_modules/a-linux': {},
    'node_modules/b/node_modules/c': { optionalDependencies: { inner: '1', outer: '1', no: '1' } },
    'node_modules/b/node_modules/inner': {},
    'node_modules/outer': {},
  });
  expect(missingFromLock(root)).toEqual([
    'package-lock.json lacks a-mac, optional in node_modules/a',
    'package-lock.json lacks no, optional in node_modules/b/node_modules/c',
  ]);
});

test('a package below its floor is named, also when a second copy is', () => {
  const root = lock({
    'node_modules/next': { version: '16.4.4' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/sharp': { version: '0.35.5' },
    'node_modules/x/node_modules/sharp': { version: '0.34.0' },
    'node_modules/next-auth': { version: '5.0.0-beta.31' },
    'node_modules/drizzle-orm': { version: '0.45.4' },
  });
  expect(belowFloor(root)).toEqual([
    'node_modules/next is 16.4.4 (at least 16.4.5)',
    'node_modules/x/node_modules/sharp is 0.34.0 (at least 0.35.5)',
    'node_modules/next-auth is 5.0.0-beta.31 (at least 5.0.0-beta.32)',
    'nodemailer is not locked',
  ]);
});

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.10.0', '1.9.9', 1],
  ['5.0.0-beta.9', '5.0.0-beta.32', -1],
  ['5.0.0', '5.0.0-beta.32', 1],
  ['5.0.0-rc.1', '5.0.0-beta.32', 1],
])('%s against %s', (a, b, expected) => {
  expect(Math.sign(compareVersions(a, b))).toBe(expected);
});
