import { env } from '../env';

/**
 * A mail server's answer as admins may read it: one line, without the installation's own names and
 * without addresses of machines, which tell of the platform and of its innards.
 */
export function plainAnswer(response: string): string {
  let text = response.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  for (const name of ownNames()) {
    // With what stands before it: a sender's name, or a machine's.
    text = text.replace(
      new RegExp(`[\\w.+=@-]*${name.replace(/\W/g, '\\$&')}(?![\\w-])`, 'gi'),
      '…',
    );
  }
  return text.replace(ipv4, '…').replace(ipv6, '…').slice(0, 300);
}

const ipv4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const ipv6 = /(?:\b|(?<=\[))(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/gi;

/** Domains of the senders, of the platform, and of the mail server with the one above it. */
function ownNames(): string[] {
  const { MAIL_FROM, ROOT_DOMAIN, SMTP_URL } = env();
  const sender = /@([^\s>]+)/.exec(MAIL_FROM)?.[1];
  const server = SMTP_URL && URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : null;
  const host = server?.hostname ?? '';
  const above = host.split('.').length > 2 ? host.split('.').slice(1).join('.') : '';
  const account = decodeURIComponent(server?.username ?? '');
  return [sender, ROOT_DOMAIN, host, above, account.length > 3 ? account : '']
    .filter((name) => name !== undefined && name !== '')
    .sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0)) as string[];
}
