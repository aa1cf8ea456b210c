import { z } from 'zod';
import { listKeptMails } from '@/db/mailbox';
import { procedure } from '../doors/procedure';
import { notFound } from '../errors';
import { deliverMail } from './deliver';
import { listMails, MailPage, MailQuery, retryMail } from './log';
import { keepsMailsHere } from './transport';

const deliver = procedure(
  {
    name: 'mail.deliver',
    summary: 'Delivers one mail',
    method: 'POST',
    path: null,
    permission: 'job',
    plane: 'control',
    transaction: 'none',
    whileSuspended: true,
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
  },
  deliverMail,
);

const logged = { permission: 'security.manage', plane: 'control' } as const;

const listSent = procedure(
  {
    name: 'mails.list',
    summary: 'List the mails of the last thirty days and whether they arrived',
    method: 'GET',
    path: '/mails',
    ...logged,
    input: MailQuery,
    output: MailPage,
  },
  listMails,
);

const retry = procedure(
  {
    name: 'mails.retry',
    summary: 'Try a mail that did not arrive again',
    method: 'POST',
    path: '/mails/{id}/retry',
    ...logged,
    rate: 'heavy',
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ isQueued: z.boolean() }),
  },
  retryMail,
);

const KeptMail = z.object({
  id: z.uuid(),
  at: z.coerce.date(),
  recipient: z.string(),
  sender: z.string(),
  subject: z.string(),
  text: z.string(),
});

const list = procedure(
  {
    name: 'mailbox.list',
    summary: 'Lists mails kept on this machine',
    method: 'GET',
    path: '/mailbox',
    permission: 'public',
    plane: 'none',
    zone: 'site',
    input: z.strictObject({}),
    output: z.strictObject({ mails: z.array(KeptMail) }),
  },
  async () => {
    if (!keepsMailsHere()) throw notFound('The mailbox');
    return { mails: await listKeptMails(100) };
  },
);

export const mailProcedures = {
  mail: { deliver },
  mails: { list: listSent, retry },
  mailbox: { list },
};
