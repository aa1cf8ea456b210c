import { z } from 'zod';
import { invalid } from '../errors';
import { commonPasswords } from './common-passwords';
import { emailKey } from './email';

/** A password being chosen: 12 to 200 characters, not one of the commonest. */
export const NewPassword = z
  .string()
  .min(12, 'Use at least 12 characters. A few words in a row are good.')
  .max(200, 'At most 200 characters.')
  .refine(
    (password) => !isCommon(password),
    'This is one of the most used passwords. Pick another.',
  );

/** Refuses a password that the account's own address gives away. Throws `invalid` on `field`. */
export function refuseGuessable(password: string, email: string, field = 'password'): void {
  const typed = password.normalize('NFKC').trim().toLowerCase();
  const key = emailKey(email);
  if (typed === key || typed === key.split('@')[0]) {
    throw invalid(field, 'Choose a password that is not your e-mail address.');
  }
}

// "Password1234!" and "password-1234" are as common as what they are made of.
function isCommon(password: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  const letters = typed.replace(/[^a-z0-9]/g, '');
  return (
    commonPasswords.has(typed) ||
    commonPasswords.has(letters) ||
    /^(.{1,4})\1+$/.test(typed) ||
    isRun(typed)
  );
}

/** Neighbours all the way, such as 123456789012 or abcdefghijkl. */
function isRun(typed: string): boolean {
  const steps = [...typed].map((char, at) => char.charCodeAt(0) - (typed.charCodeAt(at - 1) || 0));
  const [, first, ...rest] = steps;
  return first !== undefined && Math.abs(first) <= 1 && rest.every((step) => step === first);
}
