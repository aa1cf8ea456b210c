import { mailbox } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { deliverBySmtp, keepsMailsHere, type Outgoing } from './transport';

/** Hands a mail to the mail server, or to the mailbox of a developer's own machine. */
export async function handOver(ctx: ControlCtx, outgoing: Outgoing, id: string): Promise<void> {
  if (!keepsMailsHere()) return await deliverBySmtp(outgoing, id);
  const { to: recipient, from, subject, text, html } = outgoing;
  const kept = { id, recipient, sender: `${from.name} <${from.address}>`, subject, text, html };
  await ctx.transact((db) => db.insert(mailbox).values(kept).onConflictDoNothing());
}
