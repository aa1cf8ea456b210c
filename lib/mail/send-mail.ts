import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { mails } from '@/db/schema/control';
import { emailKey } from '../identity/email';
import { enqueueControlJob } from '../jobs/enqueue';
import { Mail } from './mail';
import { seal } from './sealing';

/** Sends a mail once the caller's transaction has committed. Throws a ZodError on a malformed one. */
export async function sendMail(db: ControlDb, mail: Mail): Promise<void> {
  const whole = Mail.parse(mail);
  const id = uuidv7();
  const { kind, to: recipient } = whole.letter;
  const sealed = seal(JSON.stringify(whole));
  await db.insert(mails).values({
    ...{ id, kind, recipient, sealed },
    recipientKey: emailKey(recipient),
  });
  await enqueueControlJob(db, 'mail.deliver', { id });
}
