import { z } from 'zod';

/** A password as typed to prove it: nothing to check but its size. */
export const TypedPassword = z.string().min(1, 'Enter your password.').max(200);

/** A credential in a link or form, as `newToken` makes them. */
export const OpaqueToken = z.string().regex(/^[\w-]{20,100}$/, 'This is no valid token.');

export const Nothing = z.strictObject({});

export const PersonName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(80, 'At most 80 characters.')
  .regex(/^[^\p{Cc}<>]*$/u, 'Leave out control characters and angle brackets.');

export const SignedIn = z.object({ token: z.string(), expiresAt: z.coerce.date() });
