'use client';

import { useEffect, useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { useWording } from '@/lib/language/wording-provider';
import { openWorkspace } from './actions';
import { type Draft, emptyDraft, forgetDraft, guessed, keepDraft, recallDraft } from './draft';
import { foundingInput } from './founding-input';
import {
  errorsAfter,
  type FieldErrors,
  lastStep,
  missingIn,
  ownerStep,
  stepOf,
  steps,
} from './steps';

/** The form's state: what was filled in, where the person is, what is wrong. */
export function useStart() {
  const t = useWording('start');
  const [draft, setDraft] = useState(emptyDraft);
  const [password, setPassword] = useState('');
  const [{ step, reached }, setPlace] = useState({ step: 0, reached: 0 });
  const [ready, setReady] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const goTo = (to: number) =>
    setPlace((was) => ({ step: to, reached: Math.max(was.reached, to) }));

  const refuse = (at: number, found: FieldErrors) => {
    setErrors(found);
    goTo(at);
  };
  const opening = useSubmit(
    async (input: ReturnType<typeof foundingInput>) => {
      const answer = await openWorkspace(input);
      const [wrong] = answer.ok ? [] : Object.keys(answer.error.fields);
      if (!answer.ok && wrong) refuse(stepOf(wrong), answer.error.fields);
      return answer;
    },
    ({ url }) => {
      forgetDraft();
      window.location.assign(url);
    },
  );

  useEffect(() => {
    const kept = recallDraft();
    const to = Math.min(kept?.step ?? 0, ownerStep);
    setDraft((was) => ({
      ...(kept?.draft ?? { ...emptyDraft, ...guessed(t.language) }),
      ...typedEarly(was),
    }));
    setPlace({ step: to, reached: to });
    setReady(true);
  }, [t.language]);
  useEffect(() => {
    if (ready && !opening.data) keepDraft({ draft, step });
  }, [ready, draft, step, opening.data]);

  const forward = () => {
    const until = step < lastStep ? [step] : steps.map((_, at) => at);
    const missing = (at: number) => missingIn(at, { draft, password }, t);
    const gap = until.find((at) => Object.keys(missing(at)).length > 0);
    if (gap !== undefined) return refuse(gap, missing(gap));
    setErrors({});
    if (step < lastStep) goTo(step + 1);
    else opening.submit(foundingInput(draft, password));
  };
  return {
    draft,
    password,
    step,
    reached,
    errors,
    error: opening.error,
    pending: opening.pending || Boolean(opening.data),
    goTo,
    forward,
    change(part: Partial<Draft>) {
      setDraft((was) => ({ ...was, ...part }));
      setErrors((was) => errorsAfter(was, part));
    },
    changePassword(next: string) {
      setPassword(next);
      setErrors(({ 'owner.password': _, ...rest }) => rest);
    },
  };
}

/** What was filled in before the page was alive outdoes what was kept or guessed. */
const typedEarly = (draft: Draft): Partial<Draft> =>
  Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => value !== emptyDraft[key as keyof Draft]),
  );
