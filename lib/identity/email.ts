import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { MailAddress } from '../mail/address';

/** What makes an address unique in its pool: trimmed, NFKC, lower case. */
export const emailKey = (email: string) => email.normalize('NFKC').trim().toLowerCase();

/** An address as somebody typed it, in its normal form; at most 254 characters. */
export const Email = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .transform((typed) => withPlainDomain(typed.normalize('NFKC')))
  .pipe(MailAddress);

/** One domain is one, whichever way it is written. */
function withPlainDomain(email: string): string {
  const at = email.lastIndexOf('@') + 1;
  const domain = email.slice(at);
  return /^\p{ASCII}*$/u.test(domain) ? email : email.slice(0, at) + domainToASCII(domain);
}
