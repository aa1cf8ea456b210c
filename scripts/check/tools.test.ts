import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root as checkout } from '../settings.mjs';
import { plant } from './planted';
import { biomeFaults, typeFaults, unusedFaults } from './tools.mjs';

const own = (path: string) => ({ [path]: readFileSync(join(checkout, path), 'utf8') });
const tsconfig = JSON.stringify({
  compilerOptions: { strict: true, noEmit: true, skipLibCheck: true, types: [] },
});

test('lint, formatting and names', async () => {
  const config = { ...own('biome.json'), ...own('.gitignore') };
  expect(await biomeFaults(plant({ ...config, 'lib/a.ts': 'export const a = 1;\n' }))).toEqual([]);
  const found = (
    await biomeFaults(
      plant({
        ...config,
        'lib/a.ts': 'export const a: any = 1;\n',
        'lib/b.ts': 'export const a = "1"\n',
        'lib/BadName.ts': 'export const a = 1;\n',
        'lib/c.test.ts': `import { test } from 'vitest';\n\ntest.skip('x', () => {});\n`,
      }),
    )
  ).join('\n');
  expect(found).toContain('noExplicitAny');
  expect(found).toContain('lib/b.ts format');
  expect(found).toContain('useFilenamingConvention');
  expect(found).toContain('noSkippedTests');
}, 120_000);

test('types', async () => {
  const good = plant({ 'tsconfig.json': tsconfig, 'a.ts': 'export const a: number = 1;\n' });
  expect(await typeFaults(good)).toEqual([]);
  const bad = plant({ 'tsconfig.json': tsconfig, 'a.ts': `export const a: number = 'one';\n` });
  expect((await typeFaults(bad)).join()).toContain('a.ts(1,14)');
}, 120_000);

test('unused files, exports and packages', async () => {
  const found = (
    await unusedFaults(
      plant({
        'package.json': JSON.stringify({
          name: 'planted',
          type: 'module',
          main: 'index.js',
          dependencies: { pg: '8' },
        }),
        'index.js': `import { used } from './used.js';\nused();\n`,
        'used.js': 'export const used = () => 1;\nexport const idle = 2;\n',
        'lost.js': 'export const lost = 1;\n',
      }),
    )
  ).join('\n');
  expect(found).toContain('lost.js');
  expect(found).toContain('idle');
  expect(found).toContain('pg');
}, 120_000);
