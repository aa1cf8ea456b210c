import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { planSweep, type Swept, sweepFiles } from '@/lib/files/sweep';

export const attached: Swept = { purpose: 'attachment', job: 'attachments.sweep' };

/** Makes sure that somebody looks when an attachment is due. */
export const planFileSweep = (db: TenantDb, due: Date) => planSweep(db, attached, due);

/** Removes attachments that no record holds and whose time is over. */
export const sweepAttachments = (ctx: TenantCtx) => sweepFiles(ctx, attached);
