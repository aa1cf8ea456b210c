import { z } from 'zod';
import { listKeptMails } from '@/db/mailbox';
import { mailbox } from '@/db/schema/control';
import { procedure } from '../doors/procedure';
import { notFound } from '../errors';
import { textOf } from './compose';
import { htmlOf } from './draw';
import { Mail } from './mail';
import { unseal } from './sealing';
import { addressOf, deliverBySmtp, keepsMailsHere } from './transport';

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
    const outgoing = { ...addressOf(mail), text: textOf(mail), html: await htmlOf(mail) };
    if (keepsMailsHere()) {
      const { to: recipient, from, subject, text, html } = outgoing;
      const sender = `${from.name} <${from.address}>`;
      const kept = { id, recipient, sender, subject, text, html };
      await ctx.db.insert(mailbox).values(kept).onConflictDoNothing();
    } else await deliverBySmtp(outgoing, id);
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
