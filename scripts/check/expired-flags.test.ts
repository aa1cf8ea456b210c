import { expect, test } from 'vitest';
import { expiredFlags } from './expired-flags.mjs';
import { plant } from './planted';

const flag = (key: string, expires: string) =>
  `export const one = defineSwitch({\n  expires: ${expires},\n  key: '${key}',\n});\n`;

test('a flag whose day has come, or that names none, is reported', () => {
  const root = plant({
    'lib/modules/things/flags.ts': [
      flag('things.old', `'2026-01-31'`),
      flag('things.borrowed', 'lookAgain'),
      flag('things.never', `'2026-13-45'`),
      flag('things.feigned', `'2026-02-30'`),
      flag('things.forever', `'9999-12-31'`),
      flag('things.new', `'2026-02-01'`),
      flag('things.late', `'2027-08-01'`),
      flag('things.typed', 'lookAgain').replace('(', "<'a' | 'b'>("),
    ].join(''),
    'lib/modules/things/other.ts': `const one = { key: 'a', expires: '2001-01-01' };\n`,
    'lib/modules/things/flags.test.ts': flag('things.tested', `'2001-01-01'`),
  });
  const at = 'lib/modules/things/flags.ts: the flag';
  expect(expiredFlags(root, '2026-02-01')).toEqual([
    `${at} things.old expired on 2026-01-31; remove it, or say why it stays and until when`,
    `${at} things.borrowed names no day, as a plain text`,
    `${at} things.never names no day, as a plain text`,
    `${at} things.feigned names no day, as a plain text`,
    `${at} things.forever names a day more than 18 months ahead`,
    `${at} things.typed names no day, as a plain text`,
  ]);
});
