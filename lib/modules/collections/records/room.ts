import { allowanceOf } from '@/lib/billing/entitlements';
import { holdRoom, takeRoom } from '@/lib/billing/room';
import { recordsUsed } from '@/lib/billing/used';
import type { CollectionsCtx } from '../context';

type Asking = Pick<CollectionsCtx, 'caller' | 'db'>;

/** Whether the plan lets no more than so many records in. */
export const isLimited = ({ caller }: Pick<Asking, 'caller'>): boolean =>
  allowanceOf('records', caller).kind === 'hard';

/** Waits for whoever adds records, before rows are locked of which some may come back. */
export const holdRecords = (ctx: Asking): Promise<boolean> => holdRoom(ctx, 'records');

/** Lets so many more records come in; throws `limit`. */
export const roomForRecords = (ctx: Asking, more: number): Promise<void> =>
  takeRoom(ctx, { name: 'records', more, used: () => recordsUsed(ctx.db) });

/** Lets so many records stay that this transaction took out of the trash; throws `limit`. */
export const roomForReturned = (ctx: Asking, more: number): Promise<void> =>
  takeRoom(ctx, { name: 'records', more, used: async () => (await recordsUsed(ctx.db)) - more });
