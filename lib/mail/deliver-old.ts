import { z } from 'zod';
import type { ControlCtx } from '../doors/ctx';
import { MailAddress } from './address';
import { handOver } from './hand-over';
import { unseal } from './sealing';
import { senderAddress } from './transport';

const OldMail = z.strictObject({
  to: MailAddress,
  senderName: z.string().max(80),
  subject: z.string().max(200),
  text: z.string().max(50_000),
  html: z.string().max(100_000),
});

/** Delivers a mail that a release before `control.mails` put into the queue, ready to go. */
export async function deliverOldMail(
  ctx: ControlCtx,
  { sealed }: { sealed: string },
): Promise<Record<string, never>> {
  const { senderName, ...mail } = OldMail.parse(JSON.parse(unseal(sealed)));
  const from = { name: senderName, address: senderAddress() };
  await handOver(ctx, { ...mail, from, replyTo: undefined }, ctx.call.jobId ?? ctx.requestId);
  return {};
}
