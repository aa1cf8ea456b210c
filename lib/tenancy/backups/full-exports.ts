import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { archiveKeys, archives } from '@/db/schema/control';
import { archiveKey } from '../../archives/keys';
import { damaged, readHead, unseal } from '../../archives/sealing';
import type { ControlCtx } from '../../doors/ctx';
import { env } from '../../env';
import { notFound } from '../../errors';
import { fileStore } from '../../files/file-store';
import { StreamedFile } from '../../files/streamed-file';
import { askOperator } from '../../operations/ask';
import { tenantUrl } from '../urls';

/** How long a link to an export works, seconds. */
const linkSeconds = 15 * 60;

export const ExportLink = z.strictObject({ url: z.string(), expiresAt: z.coerce.date() });

export const ExportContent = z.strictObject({
  id: z.uuid(),
  /** Seconds since 1970. */
  expires: z.coerce.number().int().min(0).max(9_999_999_999),
  signature: z.string().max(64),
});
type ExportContent = z.output<typeof ExportContent>;

/** Asks for everything in files that other programs read. */
export async function createFullExport(ctx: ControlCtx): Promise<{ id: string }> {
  const asked = await askOperator(ctx.db, { kind: 'export', input: {}, actor: ctx.actor });
  ctx.about('export', asked.id);
  return asked;
}

/** A link with which the export can be fetched for a quarter of an hour. Throws `not_found`. */
export async function linkFullExport(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof ExportLink>> {
  await findExport(ctx.db, id);
  const expires = Math.floor(Date.now() / 1000) + linkSeconds;
  const signature = signed(ctx.tenant.id, id, expires);
  ctx.about('export', id);
  const path = `/api/v1/full-exports/${id}/content?expires=${expires}&signature=${signature}`;
  return { url: tenantUrl(ctx.tenant, path), expiresAt: new Date(expires * 1000) };
}

/**
 * The export itself, for whoever holds a link that still works: it is opened while it is sent.
 * Throws `not_found`, `precondition` when it was damaged.
 */
export async function downloadFullExport(
  { db, tenant, call }: ControlCtx,
  { id, expires, signature }: ExportContent,
): Promise<File> {
  const given = Buffer.from(signature);
  const right = Buffer.from(signed(tenant.id, id, expires));
  const holds = given.length === right.length && timingSafeEqual(given, right);
  if (!holds || expires * 1000 < Date.now()) throw notFound('This link');
  const { takenAt, keyId } = await findExport(db, id);
  const [key] = await db
    .select({ id: archiveKeys.id, salt: archiveKeys.salt })
    .from(archiveKeys)
    .where(eq(archiveKeys.id, keyId));
  if (!key) throw notFound('This export');
  const place = { area: 'archives', tenantId: tenant.id, fileId: id } as const;
  const sealedBytes = await fileStore().sizeOf(place);
  if (sealedBytes === null) throw notFound('This export');
  const { header, plainBytes } = await readHead(await fileStore().read(place), sealedBytes);
  if (header.archiveId !== id || header.content !== 'export') throw damaged('it is no export');
  call.validator = id;
  const name = `${tenant.slug} ${takenAt.toISOString().slice(0, 10)}.zip`;
  const opened = async function* () {
    yield* unseal(await fileStore().read(place), async () => archiveKey(key, tenant.id, id));
  };
  return new StreamedFile(opened, { name, type: 'application/zip', size: plainBytes });
}

async function findExport(db: ControlDb, id: string) {
  const [found] = await db
    .select({ takenAt: archives.takenAt, keyId: archives.keyId })
    .from(archives)
    .where(
      and(eq(archives.id, id), eq(archives.purpose, 'export'), gt(archives.expiresAt, databaseNow)),
    );
  if (!found) throw notFound('This export');
  return found;
}

function signed(tenantId: string, id: string, expires: number): string {
  const key = Buffer.from(hkdfSync('sha256', env().ROWHOUSE_SECRET, '', 'export-link', 32));
  return createHmac('sha256', key).update(`${tenantId}:${id}:${expires}`).digest('base64url');
}
