import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/tenant/index.ts',
  out: './db/migrations/tenant',
});
