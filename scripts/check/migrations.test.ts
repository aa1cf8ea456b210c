import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationDrift } from './migrations.mjs';
import { plant } from './planted';

const table = (column: string) => `
  import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
  export const houses = pgTable('houses', { id: uuid().primaryKey(), ${column}: text() });`;

const config = `
  import { defineConfig } from 'drizzle-kit';
  export default defineConfig({
    dialect: 'postgresql', schema: './db/schema.ts', out: './db/migrations' });`;

test('a column that no migration adds is found, and nothing is left behind', async () => {
  const root = plant({ 'db/schema.ts': table('name'), 'drizzle.tenant.config.ts': config });
  const kit = join(root, 'node_modules/drizzle-kit/bin.cjs');
  execFileSync(process.execPath, [kit, 'generate', '--config', 'drizzle.tenant.config.ts'], {
    cwd: root,
  });
  expect(await migrationDrift(root)).toEqual([]);

  writeFileSync(
    join(root, 'db/schema.ts'),
    table('title').replace('text()', 'text(), extra: text()'),
  );
  const found = await migrationDrift(root);
  expect(found.length).toBeGreaterThan(0);
  expect(found.join()).toContain('drizzle.tenant.config.ts');

  writeFileSync(join(root, 'db/schema.ts'), table('name'));
  expect(await migrationDrift(root)).toEqual([]);
}, 60_000);

test('without any configuration there is nothing to trust', async () => {
  expect(await migrationDrift(plant({}))).toHaveLength(1);
});
