'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/doors/action';
import { formProcedures } from './procedures';
import { readTyped } from './typed';

/** What a guest's form knows after it was sent, also where no script runs. */
export interface Sent {
  thanks?: string;
  message?: string;
  /** What is wrong, by field key. */
  errors: Record<string, string>;
  /** What was typed, by field key. */
  values: Record<string, string[]>;
  /** Takes the place of one that was used or is too old. */
  pass?: string;
}

const submit = action(formProcedures.submit);
const show = action(formProcedures.show);

/** Sends a guest's answers, and leads on where the form says so. */
export async function sendAnswers(_before: Sent, typed: FormData): Promise<Sent> {
  const { input, values } = readTyped(typed);
  const sent = await submit(input);
  if (!sent.ok) {
    // A pass that was only too fresh, or came with wrong answers, is good for the next try.
    const spent = sent.error.code === 'conflict' || sent.error.fields.pass !== undefined;
    const anew = spent ? await show({ token: input.token }) : null;
    const errors = Object.entries(sent.error.fields).map(([path, words]) => [
      path.replace(/^values\./, ''),
      words,
    ]);
    return {
      message: sent.error.message,
      errors: Object.fromEntries(errors),
      values,
      pass: anew?.ok ? anew.data.pass : input.pass,
    };
  }
  if (sent.data.redirectUrl) redirect(sent.data.redirectUrl);
  return { thanks: sent.data.thanks, errors: {}, values: {} };
}
