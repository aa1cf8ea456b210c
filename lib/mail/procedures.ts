import { z } from 'zod';
import { listKeptMails } from '@/db/mailbox';
import { mailbox } from '@/db/schema/control';
import { procedure } from '../doors/procedure';
import { notFound } from '../errors';
import { Mail } from './mail';
import { unseal } from './sealing';
import { deliverBySmtp, keepsMailsHere, senderOf } from './transport';

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
    input: z.strictObject({ sealed: z.string().max(300_000) }),
    output: z.strictObject({}),
  },
  async (ctx, { sealed }) => {
    const mail = Mail.parse(JSON.parse(unseal(sealed)));
    const id = ctx.call.jobId ?? ctx.requestId;
    if (keepsMailsHere()) {
      const { to: recipient, subject, text, html } = mail;
      const { name, address } = senderOf(mail);
      const kept = { id, recipient, sender: `${name} <${address}>`, subject, text, html };
      await ctx.db.insert(mailbox).values(kept).onConflictDoNothing();
    } else await deliverBySmtp(mail, id);
    return {};
  },
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

export const mailProcedures = { mail: { deliver }, mailbox: { list } };
