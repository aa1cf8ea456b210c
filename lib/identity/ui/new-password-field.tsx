'use client';

import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { longest } from '../passwords/bounds';
import { useJudgement } from './use-judgement';

interface Props {
  name: string;
  label: ReactNode;
  error?: string | undefined;
  /** What others know of the person and place, as far as it is known here. */
  personal: string[];
  /** Whether a second factor stands beside it; `unknown` where the page cannot tell. */
  factor: 'none' | 'set_up' | 'unknown';
  autoFocus?: boolean;
  /** Of a form that keeps what is typed. */
  value?: string;
  onChange?: (typed: string) => void;
}

const pieces = [1, 2, 3, 4];
const looks = ['', 'bg-danger-mark', 'bg-danger-mark', 'bg-warning-mark', 'bg-success-mark'];

/** A password being chosen; says while it is typed how strong it is. The server decides. */
export function NewPasswordField({ name, label, error, personal, factor, ...control }: Props) {
  const t = useWording('shared');
  const [own, setOwn] = useState('');
  const [dismissed, setDismissed] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  // What the server said goes when the password changes, and counts again when it is sent again.
  useEffect(() => {
    const { form } = input.current ?? {};
    const ask = () => setDismissed(undefined);
    form?.addEventListener('submit', ask);
    return () => form?.removeEventListener('submit', ask);
  }, []);
  const typed = useDeferredValue(control.value ?? own);
  const judgement = useJudgement(typed, { personal, besideFactor: factor !== 'none' });
  const hints = {
    none: t('At least 15 characters. A few words in a row are good.'),
    set_up: t('At least 8 characters beside your second factor. A few words in a row are good.'),
    unknown: t('At least 15 characters, or 8 where a second factor is set up.'),
  };
  const lonely = factor === 'unknown' && typed !== '' && [...typed].length < 15;
  const help = judgement?.weakness
    ? t.said(judgement.weakness)
    : judgement && !lonely
      ? t('Strong enough.')
      : hints[factor];
  return (
    <Field
      label={label}
      error={error === dismissed ? undefined : error}
      help={
        <>
          {judgement ? <Bar score={judgement.weakness ? judgement.score : 4} /> : null}
          <span aria-live="polite">{help}</span>
        </>
      }
    >
      <Input
        ref={input}
        name={name}
        type="password"
        autoComplete="new-password"
        maxLength={longest}
        autoFocus={control.autoFocus}
        {...(control.value !== undefined && { value: control.value })}
        onChange={(event) => {
          setOwn(event.target.value);
          setDismissed(error);
          control.onChange?.(event.target.value);
        }}
      />
    </Field>
  );
}

/** Four pieces, of which more are full the stronger it is. The words beside it say the same. */
function Bar({ score }: { score: number }) {
  const full = Math.max(1, score);
  return (
    <span aria-hidden className="mt-0.5 mb-1.5 grid grid-cols-4 gap-1">
      {pieces.map((piece) => (
        <span
          key={piece}
          className={cn('h-1 rounded-full', piece <= full ? looks[full] : 'bg-line')}
        />
      ))}
    </span>
  );
}
