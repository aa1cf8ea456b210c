import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** What makes an address unique in its pool: trimmed, NFKC, lower case. */
export const emailKey = (email: string) => email.normalize('NFKC').trim().toLowerCase();

// As Zod's own, and besides top-level domains in letters of other scripts, which it refuses.
const pattern =
  /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]{0,58}[a-z0-9])$/i;

/** An address that mail can be sent to; domains in other scripts than Latin in punycode. */
export const MailAddress = z
  .email({ pattern, error: 'Enter an e-mail address, such as name@example.com.' })
  .max(254, 'At most 254 characters.');

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
