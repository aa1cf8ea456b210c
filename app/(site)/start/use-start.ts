'use client';

import { useEffect, useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { openWorkspace } from './actions';
import { type Draft, emptyDraft, forgetDraft, guessed, keepDraft, recallDraft } from './draft';
import { foundingInput } from './founding-input';
import { type FieldErrors, lastStep, missingIn, ownerStep, stepOf } from './steps';

/** The form's state: what was filled in, where the person is, what is wrong. */
export function useStart() {
  const [draft, setDraft] = useState(emptyDraft);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState(0);
  const [reached, setReached] = useState(0);
  const [ready, setReady] = useState(false);
  const [missing, setMissing] = useState<FieldErrors>({});
  const opening = useSubmit(openWorkspace, ({ url }) => {
    forgetDraft();
    window.location.assign(url);
  });

  useEffect(() => {
    const kept = recallDraft();
    const to = Math.min(kept?.step ?? 0, ownerStep);
    setDraft(kept?.draft ?? { ...emptyDraft, ...guessed() });
    setStep(to);
    setReached(to);
    setReady(true);
  }, []);
  useEffect(() => {
    if (ready && !opening.data) keepDraft({ draft, step });
  }, [ready, draft, step, opening.data]);

  const wrong = Object.keys(opening.fields)[0];
  useEffect(() => {
    if (wrong) setStep(stepOf(wrong));
  }, [wrong]);

  const go = (to: number) => {
    setMissing({});
    setStep(to);
    setReached((was) => Math.max(was, to));
  };
  const forward = () => {
    const now = missingIn(step, draft, password);
    setMissing(now);
    if (Object.keys(now).length > 0) return;
    if (step < lastStep) return go(step + 1);
    const unready = [0, 1, ownerStep].find((at) => hasGap(at, draft, password));
    if (unready === undefined) return opening.submit(foundingInput(draft, password));
    go(unready);
    setMissing(missingIn(unready, draft, password));
  };
  const change = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const errors = { ...opening.fields, ...missing };
  const pending = opening.pending || Boolean(opening.data);
  return {
    draft,
    change,
    password,
    setPassword,
    step,
    reached,
    go,
    forward,
    errors,
    pending,
    error: opening.error,
  };
}

const hasGap = (step: number, draft: Draft, password: string) =>
  Object.keys(missingIn(step, draft, password)).length > 0;
