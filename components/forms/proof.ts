'use client';

import { createContext, useCallback, useContext } from 'react';

type Answer<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code?: string; message: string; fields: Record<string, string> } };

/** Asks the person to prove who they are; false when they would not. */
export type AskForProof = () => Promise<boolean>;

export const ProofContext = createContext<AskForProof | null>(null);

/** An act that is tried once more after a fresh proof, where its answer wants one. */
export function useProven<I, T>(act: (input: I) => Promise<Answer<T>>) {
  const ask = useContext(ProofContext);
  return useCallback(
    async (input: I): Promise<Answer<T>> => {
      const answer = await act(input);
      const wanted = !answer.ok && answer.error.code === 'proof_required';
      return wanted && ask && (await ask()) ? await act(input) : answer;
    },
    [act, ask],
  );
}
