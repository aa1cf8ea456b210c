import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/control/index.ts',
  out: './db/migrations/control',
  schemaFilter: ['control'],
});
