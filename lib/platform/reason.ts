import { z } from 'zod';

/** Why staff do something, for their colleagues to read in the staff audit. */
export const Reason = z
  .string()
  .trim()
  .min(2, 'Say why, so that your colleagues understand it.')
  .max(300, 'Keep this under 300 characters.');
