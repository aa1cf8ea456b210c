'use server';

import { action } from '@/lib/doors/action';
import { mailProcedures } from '@/lib/mail/procedures';

export const retryMail = action(mailProcedures.mails.retry);
