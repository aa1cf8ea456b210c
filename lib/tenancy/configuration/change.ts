import type { z } from 'zod';
import { configurations } from '@/db/schema/tenant';
import type { TenantCtx } from '../../doors/ctx';
import { AppError, type FieldErrors } from '../../errors';
import type { ConfigSpec, Document } from './define';
import { changesBetween } from './diff';
import { type Config, fromStored, newestOf, readConfig } from './read';

interface Wish {
  /** Of the document that was changed. */
  revision: number;
  document: Document;
}

/**
 * Changes a tenant's document of one kind, naming the revision it was made from; the audit entry says
 * what changed, field by field. Throws `invalid` by field below `document`, `conflict` with the document
 * as it is now when somebody else changed it meanwhile, and `precondition` where a later release wrote it.
 */
export async function changeConfig<S extends z.ZodType<Document>>(
  ctx: Pick<TenantCtx, 'db' | 'actor' | 'about'>,
  spec: ConfigSpec<S>,
  { revision, document }: Wish,
): Promise<Config<z.output<S>>> {
  const valid = checked(spec.schema, document);
  const stored = await newestOf(ctx.db, spec.name);
  if (stored && stored.version > spec.version) throw new AppError('precondition', laterWrote);
  const now = fromStored(spec, stored);
  if (now.revision !== revision) throw changedMeanwhile(now);
  const changes = changesBetween(now.document, valid);
  const next = changes.length > 0 ? revision + 1 : revision;
  ctx.about('configuration', spec.name, { revision: next, changes });
  if (changes.length === 0) return now;
  // Of two that change the same revision at once, the second finds the next one taken.
  const [written] = await ctx.db
    .insert(configurations)
    .values({
      ...{ name: spec.name, revision: next, version: spec.version },
      ...{ document: valid, changedBy: ctx.actor.id },
    })
    .onConflictDoNothing()
    .returning({ revision: configurations.revision });
  if (!written) throw changedMeanwhile(await readConfig(ctx.db, spec));
  return { revision: written.revision, document: valid };
}

function checked<S extends z.ZodType<Document>>(schema: S, document: Document): z.output<S> {
  const { success, data, error } = schema.safeParse(document);
  if (success) return data;
  const fields: FieldErrors = {};
  for (const { path, message } of error.issues) fields[['document', ...path].join('.')] ??= message;
  throw new AppError('invalid', 'Check the settings below.', { fields });
}

const laterWrote = 'A later release wrote these settings. Change them once it runs again.';

const changedMeanwhile = (current: Config<Document>) =>
  new AppError('conflict', 'Somebody else changed these settings meanwhile. Look again.', {
    current,
  });
