import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '../env';
import type { Mail } from './mail';

let transporter: Transporter | undefined;

/** Whether mails stay on this machine, to be read at the root domain's `/mailbox`. */
export const keepsMailsHere = () => env().isLocal && !env().SMTP_URL;

/**
 * Hands a mail to the configured SMTP server. `messageId` stays the same over repeats, so that a
 * receiver can drop a copy. Throws what the server said.
 */
export async function deliverBySmtp(mail: Mail, messageId: string): Promise<void> {
  const { SMTP_URL, ROOT_DOMAIN } = env();
  if (!SMTP_URL) throw new Error('SMTP_URL is not set, so no mail can leave.');
  transporter ??= nodemailer.createTransport(SMTP_URL, {
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { to, subject, text, html } = mail;
  await transporter.sendMail({
    from: senderOf(mail),
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${messageId}@${ROOT_DOMAIN}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

/** The tenant's name before the platform's address. */
export function senderOf({ senderName }: Pick<Mail, 'senderName'>): {
  name: string;
  address: string;
} {
  const from = env().MAIL_FROM;
  return { name: senderName, address: /<([^>]+)>/.exec(from)?.[1] ?? from.trim() };
}
