import { sql } from 'drizzle-orm';
import { lookUp } from './control';

export interface KeptMail extends Record<string, unknown> {
  id: string;
  at: Date;
  recipient: string;
  sender: string;
  subject: string;
  text: string;
}

/** Mails that stayed on this machine, newest first. Throws `DbError`. */
export const listKeptMails = (limit: number): Promise<KeptMail[]> =>
  lookUp<KeptMail>(
    sql`select id, at, recipient, sender, subject, text from control.mailbox
      order by at desc, id desc limit ${limit}`,
  );
