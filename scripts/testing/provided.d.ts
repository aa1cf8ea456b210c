import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    adminDatabaseUrl: string;
    tier: 'pooled' | 'schema' | 'database';
  }
}
