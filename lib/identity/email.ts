import { z } from 'zod';

/** What makes an address unique in its pool: trimmed, NFKC, lower case. */
export const emailKey = (email: string) => email.normalize('NFKC').trim().toLowerCase();

/** An address as somebody typed it, in its normal form; at most 254 characters. */
export const Email = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .transform((typed) => typed.normalize('NFKC'))
  .pipe(z.email('Enter an e-mail address, such as name@example.com.'));
