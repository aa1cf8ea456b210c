import { z } from 'zod';

export interface Verdict {
  state: 'queued' | 'failed' | 'bounced';
  reason: string;
}

const SmtpError = z.object({
  responseCode: z.number().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
});

/** After so many tries a mail has failed. The queue gives up no sooner. */
export const mostAttempts = 12;

/**
 * What becomes of a mail that the mail server did not take. Refusals for the moment are tried again,
 * refusals of the address are bounces, any other refusal of this mail is a failure. What went wrong
 * between us and our own server is said in general words.
 */
export function verdictOf(error: unknown, attempts: number): Verdict {
  const { responseCode = 0, response = '', command = '' } = SmtpError.safeParse(error).data ?? {};
  const aboutMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode >= 500 && aboutMail) {
    return {
      state: isOfAddress(responseCode, command, response) ? 'bounced' : 'failed',
      reason: plain(response),
    };
  }
  const reason = aboutMail && responseCode >= 400 ? plain(response) : unreachable;
  return { state: attempts >= mostAttempts ? 'failed' : 'queued', reason };
}

const unreachable = 'The mail server cannot be reached or refuses us.';

/** By the enhanced status code where there is one: of addressing, or of a mailbox that is shut. */
function isOfAddress(code: number, command: string, response: string): boolean {
  const status = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  if (status) return status[1] === '1' || (status[1] === '2' && status[2] === '1');
  return command === 'RCPT TO' && [550, 551, 553].includes(code);
}

const plain = (response: string) =>
  response
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
