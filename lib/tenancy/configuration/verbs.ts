import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { configurations, people } from '@/db/schema/tenant';
import type { TenantCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { changeConfig } from './change';
import { type AnyConfig, type Document, readable } from './define';
import { ConfigChange, changesBetween } from './diff';
import { readConfig } from './read';
import { configs } from './registry';

const Revision = z.number().int().min(0).max(1_000_000_000);
const Fields = z.record(z.string().max(100), z.unknown());

export const ConfigName = z.strictObject({ name: z.string().min(1).max(60) });

export const ConfigDocument = z.strictObject({
  name: z.string(),
  /** Named by whoever changes it; 0 where the default holds. */
  revision: z.number().int(),
  document: z.record(z.string(), z.unknown()),
});

/** `revision` is the one that was changed. */
export const ConfigWish = ConfigName.extend({ revision: Revision, document: Fields });

/** `to` is the revision to go back to, 0 for the default. */
export const ConfigReturn = ConfigName.extend({ revision: Revision, to: Revision });

export const ConfigHistory = z.strictObject({
  /** The newest first; the latest fifty. */
  revisions: z.array(
    z.strictObject({
      revision: z.number().int(),
      changedAt: z.coerce.date(),
      changedByName: z.string().nullable(),
      changes: z.array(ConfigChange),
    }),
  ),
});

const shownRevisions = 50;

/** A document as it is for this tenant. Throws `not_found`. */
export async function getConfig(
  { db }: TenantCtx,
  { name }: z.output<typeof ConfigName>,
): Promise<z.input<typeof ConfigDocument>> {
  return { name, ...(await readConfig(db, named(name))) };
}

/** Throws `not_found`, `invalid` by field, and `conflict` with the document as it is now. */
export async function changeNamedConfig(
  ctx: TenantCtx,
  { name, ...wish }: z.output<typeof ConfigWish>,
): Promise<z.input<typeof ConfigDocument>> {
  return { name, ...(await changeConfig(ctx, named(name), wish)) };
}

/** Takes an earlier revision up again, as a new one. Throws `not_found` and `conflict`. */
export async function revertConfig(
  ctx: TenantCtx,
  { name, revision, to }: z.output<typeof ConfigReturn>,
): Promise<z.input<typeof ConfigDocument>> {
  const spec = named(name);
  const document = to === 0 ? spec.default : await revisionOf(ctx, spec, to);
  return { name, ...(await changeConfig(ctx, spec, { revision, document })) };
}

async function revisionOf({ db }: TenantCtx, spec: AnyConfig, revision: number): Promise<Document> {
  const [found] = await db
    .select({ version: configurations.version, document: configurations.document })
    .from(configurations)
    .where(and(eq(configurations.name, spec.name), eq(configurations.revision, revision)));
  if (!found) throw notFound('This revision');
  const document = readable(spec, found);
  if (document) return document;
  throw new AppError('precondition', 'This revision cannot be read any more.');
}

/** Who changed what and when. Throws `not_found`. */
export async function listRevisions(
  { db }: TenantCtx,
  { name }: z.output<typeof ConfigName>,
): Promise<z.input<typeof ConfigHistory>> {
  const spec = named(name);
  const rows = await db
    .select({
      revision: configurations.revision,
      version: configurations.version,
      document: configurations.document,
      changedAt: configurations.changedAt,
      changedByName: people.name,
    })
    .from(configurations)
    .leftJoin(people, eq(people.id, configurations.changedBy))
    .where(eq(configurations.name, name))
    .orderBy(desc(configurations.revision))
    .limit(shownRevisions + 1);
  const documents = rows.map((row) => readable(spec, row) ?? row.document);
  const revisions = rows
    .slice(0, shownRevisions)
    .map(({ revision, changedAt, changedByName }, at) => ({
      ...{ revision, changedAt, changedByName },
      changes: changesBetween(documents[at + 1] ?? spec.default, documents[at] ?? spec.default),
    }));
  return { revisions };
}

function named(name: string): AnyConfig {
  const found = configs.get(name);
  if (!found) throw notFound('This configuration');
  return found;
}
