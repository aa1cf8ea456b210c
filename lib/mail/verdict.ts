import { z } from 'zod';
import { plainAnswer } from './plain-answer';

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
    return { state: isOfAddress(response) ? 'bounced' : 'failed', reason: plainAnswer(response) };
  }
  const reason = aboutMail && responseCode >= 400 ? plainAnswer(response) : unreachable;
  return { state: stateAfter(attempts), reason };
}

/** What becomes of a mail that could not be made ready: a later release may know how. */
export const verdictOfUnmade = (attempts: number): Verdict => ({
  state: stateAfter(attempts),
  reason: 'This mail could not be put together.',
});

const stateAfter = (attempts: number) => (attempts >= mostAttempts ? 'failed' : 'queued');

const unreachable = 'The mail server cannot be reached or refuses us.';

/** Of the address of whom it goes to: no such mailbox, no such place for mail, or one that is shut. */
const ofAddress: ReadonlySet<string> = new Set(['1.1', '1.3', '1.6', '1.10', '2.1']);

/**
 * By the enhanced status code, where it belongs. Without one nobody can tell a wrong address from a
 * refusal of ourselves, which may not shut an address.
 */
function isOfAddress(response: string): boolean {
  const status = /^5\d\d[ -]5\.(\d{1,3}\.\d{1,3})(?![\d.])/.exec(response);
  return ofAddress.has(status?.[1] ?? '');
}
