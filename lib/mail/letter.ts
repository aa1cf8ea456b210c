import { z } from 'zod';
import { languages } from '../language/languages';
import { MailAddress } from './address';
import { mailKinds } from './kinds';

export const Letter = z.strictObject({
  kind: z.enum(mailKinds),
  to: MailAddress,
  /** The recipient's. */
  language: z.enum(languages),
  subject: z.string().max(1_000),
  heading: z.string().max(1_000),
  /** Plain sentences. */
  paragraphs: z.array(z.string().max(10_000)).max(50),
  button: z.strictObject({ label: z.string().max(200), url: z.url().max(2_000) }),
  /** Small print below: when it ends, what to do if it came by mistake. */
  note: z.string().max(2_000),
});
export type Letter = z.infer<typeof Letter>;
