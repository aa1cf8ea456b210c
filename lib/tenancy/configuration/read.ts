import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { isDbError } from '@/db/errors';
import { configurations } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import { log } from '../../log';
import { type ConfigSpec, type Document, readable } from './define';

export interface Config<T> {
  /** Of the last change; 0 where the default holds. */
  revision: number;
  document: T;
}

interface Stored {
  revision: number;
  version: number;
  document: Document;
}

const noSuchTable = '42P01';

/**
 * A tenant's document of one kind, in today's shape. The default where nobody changed it, where a home
 * has no table of documents yet, and, with a line in the log, where what is stored cannot be read.
 */
export async function readConfig<S extends z.ZodType<Document>>(
  db: TenantDb,
  spec: ConfigSpec<S>,
): Promise<Config<z.output<S>>> {
  try {
    return fromStored(spec, await newestOf(db, spec.name));
  } catch (error) {
    if (isDbError(error) && error.code === noSuchTable) return fromStored(spec, null);
    throw error;
  }
}

/** The last revision as it is stored; null where nobody changed anything. */
export async function newestOf(db: TenantDb, name: string): Promise<Stored | null> {
  const [found] = await db
    .select({
      revision: configurations.revision,
      version: configurations.version,
      document: configurations.document,
    })
    .from(configurations)
    .where(eq(configurations.name, name))
    .orderBy(desc(configurations.revision))
    .limit(1);
  return found ?? null;
}

/** A stored revision as a document. */
export function fromStored<S extends z.ZodType<Document>>(
  spec: ConfigSpec<S>,
  stored: Stored | null,
): Config<z.output<S>> {
  if (!stored) return { revision: 0, document: spec.default };
  const document = readable(spec, stored);
  if (document) return { revision: stored.revision, document };
  const { revision, version } = stored;
  log.error({ configuration: spec.name, revision, version }, 'a configuration cannot be read');
  return { revision, document: spec.default };
}
