import { z } from 'zod';
import { Letter } from './letter';
import { MailLook } from './look';

/** One mail as it waits: what it says, and the looks of its tenant at that moment. */
export const Mail = z.strictObject({ letter: Letter, look: MailLook });
export type Mail = z.infer<typeof Mail>;
