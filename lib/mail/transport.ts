import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '../env';
import type { Mail } from './mail';

/** A server that is silent holds no hand of the worker for long; judging a mail may take it a while. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

let transporter: Transporter | undefined;

/** Whether mails stay on this machine, to be read at the root domain's `/mailbox`. */
export const keepsMailsHere = () => env().isLocal && !env().SMTP_URL;

interface Envelope {
  from: { name: string; address: string };
  to: string;
  replyTo: string | undefined;
  subject: string;
}

export interface Outgoing extends Envelope {
  text: string;
  html: string;
}

/**
 * Hands a mail to the configured SMTP server. `messageId` stays the same over repeats, so that a
 * receiver can drop a copy. Throws what the server said.
 */
export async function deliverBySmtp(mail: Outgoing, messageId: string): Promise<void> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) throw new Error('SMTP_URL is not set, so no mail can leave.');
  transporter ??= nodemailer.createTransport(
    { url: SMTP_URL, ...patience },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  const { from, to, replyTo, subject, text, html } = mail;
  await transporter.sendMail({
    ...{ from, subject, text, html },
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    to: { name: '', address: to },
    messageId: `<${messageId}@${from.address.split('@').at(-1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

/** From whom and to whom: the tenant's sender name before the installation's one address. */
export function addressOf({ letter: { to, subject }, look }: Mail): Envelope {
  const from = { name: look.senderName, address: senderAddress() };
  return { from, to, replyTo: look.replyTo, subject };
}

/** The installation's one. */
function senderAddress(): string {
  const sender = env().MAIL_FROM;
  return /<([^>]+)>/.exec(sender)?.[1] ?? sender.trim();
}
