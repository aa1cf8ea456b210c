import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answers, type SmtpServer, startSmtpServer } from './testing/smtp-server';
import { mostAttempts, verdictOf } from './verdict';

let server: SmtpServer;
beforeAll(async () => {
  vi.stubEnv('MAIL_FROM', 'House <no-reply@platform.example>');
  vi.stubEnv('SMTP_URL', 'smtp://account-77@mx.relays.example:25');
  server = await startSmtpServer();
});
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
});

/** What nodemailer throws when a server answers a command so. */
async function refusal(answers: Answers): Promise<unknown> {
  server.answer(answers);
  const { port } = server;
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const mail = { from: 'a@here.example', to: 'b@there.example', subject: 's', text: 't' };
  return await transport.sendMail(mail).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a mail that the server does not take', () => {
  it.each([
    [{ RCPT: '550 5.1.1 No such user' }, 'bounced'],
    [{ RCPT: '550 No such user here' }, 'failed'],
    [{ RCPT: '553 Relaying denied' }, 'failed'],
    [{ RCPT: '550 5.1.8 <no-reply@here.example>: Sender address rejected' }, 'failed'],
    [{ RCPT: '550 5.1.7 Bad sender' }, 'failed'],
    [{ RCPT: '550 blocked [203.5.1.1] by 5.1.1' }, 'failed'],
    [{ RCPT: '550 5.1.1.9 blocked' }, 'failed'],
    [{ RCPT: '550-5.1.1 No such user\r\n550 5.1.1 Really none' }, 'bounced'],
    [{ RCPT: '550 5.1.10 Null MX' }, 'bounced'],
    [{ RCPT: '550 5.2.1 Mailbox is shut' }, 'bounced'],
    [{ RCPT: '550 5.7.1 We do not like you' }, 'failed'],
    [{ RCPT: '552 5.2.2 Mailbox is full' }, 'failed'],
    [{ RCPT: '450 4.2.0 Come back later' }, 'queued'],
    [{ END: '554 5.7.1 Looks like spam' }, 'failed'],
    [{ END: '550 5.1.1 No such user after all' }, 'bounced'],
    [{ END: '451 4.3.0 Busy' }, 'queued'],
    [{ MAIL: '550 5.7.1 Sender refused' }, 'queued'],
    [{ MAIL: '530 5.7.0 Sign in first' }, 'queued'],
  ] as const)('%j: %s', async (answers, state) => {
    const error = await refusal(answers);
    expect(error).toBeInstanceOf(Error);
    expect(verdictOf(error, 1).state).toBe(state);
  });

  it('says what the server said of the mail, and nothing of our own way to it', async () => {
    expect(verdictOf(await refusal({ RCPT: '550 5.1.1 No such user' }), 1).reason).toContain(
      'No such user',
    );
    const down = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:25'), { command: 'CONN' });
    expect(verdictOf(down, 1).reason).not.toContain('10.0.0.7');
  });

  it('says nothing of the platform or its machines', () => {
    const response =
      '554 5.7.1 <No-Reply@platform.example>: rejected by out1.relays.example[10.0.3.4] [2001:db8::7] for account-77 at 12:30:05';
    const error = Object.assign(new Error(), { responseCode: 554, response, command: 'DATA' });
    const { reason } = verdictOf(error, 1);
    expect(reason).toContain('554 5.7.1');
    expect(reason).toContain('rejected by');
    expect(reason).not.toMatch(/platform|relays|no-reply|10\.0|2001|account-77/i);
  });

  it('has failed after so many tries', () => {
    expect(verdictOf(new Error('gone'), mostAttempts - 1).state).toBe('queued');
    expect(verdictOf(new Error('gone'), mostAttempts).state).toBe('failed');
  });
});
