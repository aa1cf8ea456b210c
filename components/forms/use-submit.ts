'use client';

import { useState, useTransition } from 'react';

type Answer<T> =
  | { ok: true; data: T }
  | { ok: false; error: { message: string; fields: Record<string, string> } };

export interface Submission<I, T> {
  pending: boolean;
  /** What concerns the whole form. */
  error: string | undefined;
  /** What concerns one control, by its name. */
  fields: Record<string, string>;
  /** The answer of the last try that went well. */
  data: T | undefined;
  submit(input: I): void;
  /** Forgets the last answer, for a form that starts anew. */
  reset(): void;
}

/**
 * Sends a form through an action and keeps what to show in place. `onDone` runs after a try that
 * went well; the form stays pending while it leaves the page.
 */
export function useSubmit<I, T>(
  act: (input: I) => Promise<Answer<T>>,
  onDone?: (data: T) => void,
): Submission<I, T> {
  const [pending, start] = useTransition();
  const [answer, setAnswer] = useState<Answer<T>>();
  const submit = (input: I) =>
    start(async () => {
      const next = await act(input).catch(() => unreachable);
      start(() => setAnswer(next));
      if (next.ok) onDone?.(next.data);
    });
  const failed = answer?.ok === false ? answer.error : undefined;
  const fields = failed?.fields ?? {};
  const error = Object.keys(fields).length === 0 ? failed?.message : undefined;
  const data = answer?.ok ? answer.data : undefined;
  return { pending, error, fields, data, submit, reset: () => setAnswer(undefined) };
}

const unreachable: Answer<never> = {
  ok: false,
  error: { message: 'The server could not be reached. Nothing was changed.', fields: {} },
};
