import { takeRoom } from '../billing/room';
import { storageUsed } from '../billing/used';
import type { TenantCtx } from '../doors/ctx';

/** Lets a file become ready, or throws `limit`. */
export const roomForFile = (
  ctx: Pick<TenantCtx, 'caller' | 'db'>,
  sizeBytes: number,
): Promise<void> =>
  takeRoom(ctx, { name: 'storage', more: sizeBytes, used: () => storageUsed(ctx.db) });
