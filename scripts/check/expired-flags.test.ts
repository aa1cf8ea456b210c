import { expect, test } from 'vitest';
import { expiredFlags } from './expired-flags.mjs';
import { plant } from './planted';

const flag = (key: string, expires: string) =>
  `export const one = defineSwitch({\n  key: '${key}',\n  title: 'A flag',\n  expires: '${expires}',\n});\n`;

test('a flag whose day has come is reported', () => {
  const root = plant({
    'lib/modules/things/flags.ts':
      flag('things.old', '2026-01-31') + flag('things.new', '2026-02-01'),
    'lib/modules/things/other.ts': `const one = { key: 'a', expires: '2001-01-01' };\n`,
    'lib/modules/things/flags.test.ts': flag('things.tested', '2001-01-01'),
  });
  expect(expiredFlags(root, '2026-02-01')).toEqual([
    'lib/modules/things/flags.ts: the flag things.old expired on 2026-01-31; remove it, or say why it stays and until when',
  ]);
  expect(expiredFlags(root, '2026-01-31')).toEqual([]);
});
