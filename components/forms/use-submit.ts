'use client';

import { useState, useTransition } from 'react';
import { useWords } from '@/components/ui/words';
import { useProven } from './proof';

type Answer<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code?: string; message: string; fields: Record<string, string> } };

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
  const words = useWords();
  const proven = useProven(act);
  const [pending, start] = useTransition();
  const [answer, setAnswer] = useState<Answer<T>>();
  const submit = (input: I) =>
    start(async () => {
      const next = await proven(input).catch(() => failed(words.unreachable));
      start(() => {
        setAnswer(next);
        if (next.ok) onDone?.(next.data);
      });
    });
  const refused = answer?.ok === false ? answer.error : undefined;
  const fields = refused?.fields ?? {};
  const error = Object.keys(fields).length === 0 ? refused?.message : undefined;
  const data = answer?.ok ? answer.data : undefined;
  return { pending, error, fields, data, submit, reset: () => setAnswer(undefined) };
}

const failed = (message: string): Answer<never> => ({
  ok: false,
  error: { message, fields: {} },
});
