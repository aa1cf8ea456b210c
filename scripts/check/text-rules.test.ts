import { expect, test } from 'vitest';
import { suspendedLayouts } from './layouts.mjs';
import { tooLong } from './lengths.mjs';
import { plant } from './planted';
import { strayProcessEnv } from './process-env.mjs';
import { unexplainedRawSql } from './raw-sql.mjs';
import { unruledRecords } from './row-rules.mjs';
import { unexplainedSuppressions } from './suppressions.mjs';

const lines = (count: number) => 'x\n'.repeat(count);

test('a file above 300 lines is too long, a migration is not', () => {
  const root = plant({
    'lib/short.ts': lines(300),
    'lib/long.ts': lines(301),
    'db/migrations/tenant/0000_all.sql': lines(900),
    'middleware.ts': lines(400),
  });
  expect(tooLong(root)).toEqual([
    'lib/long.ts has 301 lines (at most 300)',
    'middleware.ts has 400 lines (at most 300)',
  ]);
});

test('the environment is read in lib/env.ts and in scripts only', () => {
  const read = `export const port = process.env.PORT;\n`;
  const root = plant({
    'lib/env.ts': read,
    'scripts/start.mjs': read,
    'lib/port.ts': `\n${read}`,
    'db/pool.test.ts': read,
    'middleware.ts': `import { env } from 'node:process';\n`,
    'lib/fine.ts': `import { env } from '@/lib/env';\n`,
  });
  expect(strayProcessEnv(root)).toEqual([
    'lib/port.ts:2 reads process.env',
    'db/pool.test.ts:1 reads process.env',
    'middleware.ts:1 reads process.env',
  ]);
});

test('a suppression needs a reason', () => {
  const root = plant({
    'lib/a.ts': [
      '// biome-ignore lint/suspicious/noExplicitAny: the library types it so',
      '// biome-ignore lint/suspicious/noExplicitAny: <explanation>',
      '// biome-ignore lint/suspicious/noExplicitAny',
      '// @ts-expect-error a scope cannot be made by hand',
      '// @ts-expect-error',
      '// eslint-disable-next-line no-eval -- shown to be safe above',
      '// eslint-disable-next-line no-eval',
      '// @ts-ignore even with a reason',
    ].join('\n'),
  });
  expect(unexplainedSuppressions(root)).toEqual([
    'lib/a.ts:2 biome-ignore without a reason',
    'lib/a.ts:3 biome-ignore without a reason',
    'lib/a.ts:5 @ts-expect-error without a reason',
    'lib/a.ts:7 eslint-disable without a reason',
    'lib/a.ts:8 @ts-ignore without a reason',
  ]);
});

test('SQL made of text says whose text it is', () => {
  const made = 'export const order = sql.raw(direction);';
  const root = plant({
    'lib/a.ts': made,
    'lib/b.ts': `// One of our own two words.\n${made}`,
    'lib/c.ts': `// Explains something else.\n\n\n\n${made}`,
    'lib/d.test.ts': made,
    'db/e.ts': made,
    'lib/f.ts': 'export const column = sql.identifier(name);',
  });
  expect(unexplainedRawSql(root)).toEqual([
    'lib/a.ts:1 makes SQL of text without saying whose',
    'lib/c.ts:5 makes SQL of text without saying whose',
    'lib/f.ts:1 makes SQL of text without saying whose',
  ]);
});

test('records are asked for by their rules', () => {
  const from = `import { records } from '@/db/schema/tenant/collections';\n`;
  const root = plant({
    'lib/a.ts': `${from}db.select().from(records).where(isNull(records.deletedAt));`,
    'lib/b.ts': `${from}db.select().from(records).where(rowsOf(collection));`,
    'lib/c.ts': `${from}db.update(records).where(rowsOf(one)); db.delete(records);`,
    'lib/d.test.ts': `${from}db.delete(records);`,
    'lib/e.ts': 'list.from(records)',
  });
  expect(unruledRecords(root)).toEqual([
    'lib/a.ts asks for records 1 times, 0 times by their rules',
    'lib/c.ts asks for records 2 times, 1 times by their rules',
  ]);
});

test('a layout has no Suspense', () => {
  const late = '<Suspense fallback={null}><Late /></Suspense>';
  const root = plant({
    'app/layout.tsx': late,
    'app/place/layout.tsx': '<Late />',
    'app/place/page.tsx': late,
    'app/place/print-layout.tsx': late,
  });
  expect(suspendedLayouts(root)).toEqual([
    'app/layout.tsx has Suspense beside pages that may not be found',
  ]);
});
