import { expect, test } from 'vitest';
import { plant } from './planted';
import { directionFaults } from './tools.mjs';

const tsconfig = JSON.stringify({
  compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', paths: { '@/*': ['./*'] } },
});
const empty = 'export const value = 1;\nexport type Value = 1;\n';
const floor = {
  'tsconfig.json': tsconfig,
  'db/scope.ts': empty,
  'db/tenant.ts': empty,
  'db/schema/tenant/index.ts': empty,
  'db/schema/tenant/people.ts': empty,
  'db/schema/tenant/files.ts': empty,
  'db/schema/tenant/tasks.ts': empty,
  'db/schema/tenant/schedule.ts': empty,
  'lib/errors.ts': empty,
  'lib/modules/tasks/manifest.ts': empty,
  'lib/modules/tasks/verbs.ts': empty,
  'lib/modules/schedule/manifest.ts': empty,
  'lib/modules/files/manifest.ts': empty,
  'lib/modules/registry.ts': imports('@/lib/modules/tasks/manifest'),
  'components/ui/button.tsx': empty,
  'app/page.tsx': empty,
  'scripts/run.ts': empty,
};

function imports(...paths: string[]) {
  return paths.map((path, at) => `import { value as v${at} } from '${path}';\nv${at};\n`).join('');
}

const planted: [rule: string, path: string, text: string][] = [
  ['no-cycles', 'lib/one.ts', imports('@/lib/one')],
  ['resolvable', 'lib/one.ts', imports('@/lib/nowhere')],
  ['db-is-the-floor', 'db/one.ts', imports('@/lib/errors')],
  ['pools-are-private', 'lib/one.ts', `import pg from 'pg';\npg;\n`],
  ['pools-are-private', 'lib/one.ts', `import type { Pool } from 'pg';\nexport type P = Pool;\n`],
  [
    'pools-are-private',
    'app/one.ts',
    `import { drizzle } from 'drizzle-orm/node-postgres';\ndrizzle;\n`,
  ],
  [
    'pools-are-private',
    'middleware.ts',
    `import { neon } from '@neondatabase/serverless';\nneon;\n`,
  ],
  ['scopes-are-minted-at-doors', 'lib/access/one.ts', imports('@/db/scope')],
  ['modules-are-strangers', 'lib/modules/tasks/one.ts', imports('@/lib/modules/schedule/manifest')],
  ['core-sees-modules-through-the-registry', 'lib/one.ts', imports('@/lib/modules/tasks/manifest')],
  ['registry-sees-faces', 'lib/modules/one.ts', imports('@/lib/modules/tasks/verbs')],
  ['entries-see-manifests', 'lib/server/web.ts', imports('@/lib/modules/tasks/verbs')],
  [
    'modules-use-their-own-tables',
    'lib/modules/tasks/one.ts',
    imports('@/db/schema/tenant/schedule'),
  ],
  ['modules-use-their-own-tables', 'lib/modules/tasks/one.ts', imports('@/db/schema/tenant/index')],
  ['components-are-domain-free', 'components/ui/one.tsx', imports('@/lib/modules/registry')],
  ['components-see-error-types', 'components/ui/one.tsx', imports('@/lib/errors')],
  ['pages-open-doors', 'app/one.tsx', imports('@/db/tenant')],
  ['pages-are-the-roof', 'lib/one.ts', imports('@/app/page')],
  ['product-without-scripts', 'lib/one.ts', imports('@/scripts/run')],
];

test.each(planted)(
  '%s: %s',
  async (rule, path, text) => {
    const found = await directionFaults(plant({ ...floor, [path]: text }));
    expect(found.join('\n')).toContain(`error ${rule}: ${path}`);
    expect(found.filter((line) => line.includes('error '))).toHaveLength(1);
  },
  30_000,
);

test('the ways that are open stay open', async () => {
  const root = plant({
    ...floor,
    'lib/access/one.ts': `${imports('@/db/tenant', '@/lib/modules/registry')}import { eq } from 'drizzle-orm';\neq;\n`,
    'lib/doors/page.ts': imports('@/db/scope'),
    'lib/access/one.test.ts': imports('@/db/scope'),
    'lib/modules/tasks/one.ts': imports(
      './verbs',
      '@/db/schema/tenant/tasks',
      '@/db/schema/tenant/people',
      '@/db/schema/tenant/files',
      '@/components/ui/button',
    ),
    'lib/server/web.ts': imports('@/lib/modules/tasks/manifest', '@/db/scope'),
    'app/one.tsx': imports('@/components/ui/button', '@/lib/modules/tasks/verbs'),
    'components/ui/one.ts': `import type { Value } from '@/lib/errors';\nexport type One = Value;\n`,
    'db/wire/pool.ts': `import pg from 'pg';\npg;\n`,
  });
  expect(await directionFaults(root)).toEqual([]);
}, 30_000);
