import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { configurations } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import { type ConfigSpec, type Document, inTodaysShape } from './define';

export interface Config<T> {
  /** Of the last change; 0 where the default holds. */
  revision: number;
  document: T;
}

/** A tenant's document of one kind, in today's shape; the default where nobody changed it. */
export async function readConfig<S extends z.ZodType<Document>>(
  db: TenantDb,
  spec: ConfigSpec<S>,
): Promise<Config<z.output<S>>> {
  const [found] = await db
    .select({
      revision: configurations.revision,
      version: configurations.version,
      document: configurations.document,
    })
    .from(configurations)
    .where(eq(configurations.name, spec.name))
    .orderBy(desc(configurations.revision))
    .limit(1);
  if (!found) return { revision: 0, document: spec.default };
  return { revision: found.revision, document: inTodaysShape(spec, found) };
}
