import { z } from 'zod';
import { MailAddress } from '../identity/email';

/** One mail, ready to go. The sender's address is the platform's, its name the tenant's. */
export const Mail = z.strictObject({
  to: MailAddress,
  senderName: z.string().max(80),
  subject: z.string().max(200),
  text: z.string().max(50_000),
  html: z.string().max(100_000),
});
export type Mail = z.infer<typeof Mail>;
