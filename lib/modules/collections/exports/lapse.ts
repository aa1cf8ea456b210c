import { z } from 'zod';
import type { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantCtx } from '@/lib/doors/ctx';
import { fileStore } from '@/lib/files/file-store';
import { Seen, seesLess } from './seen';

/** What is said of a file that shows more than its maker may see by now. */
export const lapsedWord =
  'You may see less of this collection than when this file was made. Have it made again.';

/**
 * How it stands with the caller's own file that was made: `gone` when the store has it no more, as
 * after a restore, `lapsed` when they may see less by now than it shows.
 */
export async function standingOf(
  ctx: TenantCtx,
  { id, seen, madeAt, expiresAt }: typeof recordExports.$inferSelect,
): Promise<'kept' | 'gone' | 'lapsed'> {
  if (!madeAt || !expiresAt || expiresAt < new Date()) return 'gone';
  const size = await fileStore().sizeOf({ tenantId: ctx.tenant.id, fileId: id });
  if (size === null) return 'gone';
  const less = await seesLess(ctx, { seen: z.array(Seen).parse(seen), madeAt });
  return less ? 'lapsed' : 'kept';
}
