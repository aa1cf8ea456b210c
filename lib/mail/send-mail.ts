import type { ControlDb } from '@/db/control';
import { enqueueControlJob } from '../jobs/enqueue';
import { Mail } from './mail';
import { seal } from './sealing';

/** Sends a mail once the caller's transaction has committed. Throws a ZodError on a malformed one. */
export async function sendMail(db: ControlDb, mail: Mail): Promise<void> {
  await enqueueControlJob(db, 'mail.deliver', { sealed: seal(JSON.stringify(Mail.parse(mail))) });
}
