import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { isSlugTaken } from '@/db/directory';
import { archives } from '@/db/schema/control';
import { nextDailyAt } from '../../archives/daily';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { askOperator } from '../../operations/ask';
import { getOperationRow, latestOperations, type OperationRow } from '../../operations/facts';
import { type BackupCopy, type BackupList, type OperationFacts, RestoreOutcome } from './shapes';

const shownKinds = ['backup', 'restore.preview', 'restore.in_place', 'restore.copy', 'export'];

const columns = {
  id: archives.id,
  purpose: archives.purpose,
  takenAt: archives.takenAt,
  expiresAt: archives.expiresAt,
  sizeBytes: archives.sizeBytes,
  rows: archives.rows,
  files: archives.files,
  fileBytes: archives.fileBytes,
  askedByName: archives.askedByName,
};

/** Backups and exports that exist, and what the operator is doing with this tenant's data. */
export async function listBackups({ db, tenant }: ControlCtx): Promise<BackupList> {
  const backups = await db
    .select(columns)
    .from(archives)
    .where(gt(archives.expiresAt, databaseNow))
    .orderBy(desc(archives.takenAt))
    .limit(200);
  const rows = await latestOperations(db, shownKinds);
  return {
    backups,
    operations: rows.map(factsOf),
    nextAt: nextDailyAt(tenant.id, new Date()),
  };
}

/** Asks for a backup of now. Throws `conflict` when one waits that was asked otherwise. */
export async function createBackup(ctx: ControlCtx): Promise<{ id: string }> {
  const asked = await askOperator(ctx.db, { kind: 'backup', input: {}, actor: ctx.actor });
  ctx.about('backup', asked.id);
  return asked;
}

/** Asks what restoring a backup would change. Throws `not_found`. */
export const previewBackup = (ctx: ControlCtx, { id }: { id: string }) =>
  onBackup(ctx, id, 'restore.preview');

/** Asks for everything to become what it was at a backup. Throws `not_found`. */
export const restoreBackup = (ctx: ControlCtx, { id }: { id: string }) =>
  onBackup(ctx, id, 'restore.in_place');

/**
 * Asks for a workspace of its own with what a backup holds; who asks becomes its admin. Throws
 * `not_found`, and `conflict` on `slug` when the address is taken.
 */
export async function copyBackup(
  ctx: ControlCtx,
  { id, ...copy }: BackupCopy,
): Promise<{ id: string }> {
  refuseTokens(ctx);
  await findBackup(ctx.db, id);
  const asked = await askForCopy(ctx, { archiveId: id, ...copy });
  ctx.about('backup', id, { operation: asked.id, slug: copy.slug });
  return asked;
}

/** A copy belongs to who asked for it. Throws `forbidden` for a token. */
export function refuseTokens({ actor }: ControlCtx): void {
  if (actor.kind === 'user') return;
  throw new AppError('forbidden', 'A person has to ask for this: they become its admin.');
}

/** Throws `conflict` on `slug` when the address is taken. */
export async function askForCopy(
  { db, actor }: ControlCtx,
  input: { slug: string; name: string; [source: string]: unknown },
): Promise<{ id: string }> {
  if (await isSlugTaken(input.slug)) {
    throw new AppError('conflict', 'This address is taken.', {
      fields: { slug: 'This address is taken. Choose another.' },
    });
  }
  return await askOperator(db, { kind: 'restore.copy', input, actor });
}

async function onBackup(ctx: ControlCtx, id: string, kind: string): Promise<{ id: string }> {
  const backup = await findBackup(ctx.db, id);
  const question = { kind, input: { archiveId: id }, actor: ctx.actor };
  const asked = await askOperator(ctx.db, question);
  ctx.about('backup', id, { operation: asked.id, takenAt: backup.takenAt.toISOString() });
  return asked;
}

/** A backup that can be restored. Throws `not_found`. */
async function findBackup(db: ControlDb, id: string) {
  const [found] = await db
    .select({ takenAt: archives.takenAt })
    .from(archives)
    .where(
      and(eq(archives.id, id), ne(archives.purpose, 'export'), gt(archives.expiresAt, databaseNow)),
    );
  if (!found) throw notFound('This backup');
  return found;
}

/** How a piece of work stands. Throws `not_found`. */
export const getOperation = async ({ db }: ControlCtx, { id }: { id: string }) =>
  factsOf(await getOperationRow(db, id));

function factsOf({ input, progress, result, ...row }: OperationRow): OperationFacts {
  const outcome = RestoreOutcome.safeParse(result);
  const { rows, files } = progress;
  const archiveId = row.kind === 'backup' || row.kind === 'export' ? row.id : input.archiveId;
  return {
    ...row,
    progress: typeof rows === 'number' ? { rows, files: Number(files ?? 0) } : null,
    outcome: outcome.success ? outcome.data : null,
    archiveId: typeof archiveId === 'string' ? archiveId : null,
    at: typeof input.at === 'string' ? new Date(input.at) : null,
  };
}
