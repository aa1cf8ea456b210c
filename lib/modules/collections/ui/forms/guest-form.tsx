'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field as FormField } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';
import { type Sent, sendAnswers } from '../../forms/send';
import type { PublicForm } from '../../forms/shapes';
import { AnswerControl } from './answer-control';

const untouched: Sent = { errors: {}, values: {} };

/** What a guest fills in. It works without scripts; with them nothing typed is lost. */
export function GuestForm({ token, form }: { token: string; form: PublicForm }) {
  const t = useWording('guest');
  const [sent, send, pending] = useActionState(sendAnswers, untouched);
  const own = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = own.current;
    // React empties a form after its action; a refused one must keep what was typed.
    const keep = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    element?.addEventListener('reset', keep, { capture: true });
    return () => element?.removeEventListener('reset', keep, { capture: true });
  }, []);
  useEffect(() => {
    if (sent.message) own.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sent]);
  if (sent.thanks !== undefined) {
    return (
      <Banner tone="success" title={t('Sent')}>
        <span className="whitespace-pre-line">{t.said(sent.thanks)}</span>
      </Banner>
    );
  }
  const hasFiles = form.questions.some(({ type }) => type === 'file');
  return (
    <form ref={own} action={send} noValidate className="flex flex-col gap-6">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="pass" value={sent.pass ?? form.pass} />
      <Trap />
      {sent.message ? (
        <Banner tone="danger">
          {sent.message}
          <noscript>{hasFiles ? ` ${t('Choose your files again.')}` : ''}</noscript>
        </Banner>
      ) : null}
      {form.questions.map((question) => (
        <FormField
          key={question.key}
          label={question.label}
          note={question.required ? t('required') : undefined}
          help={question.help || undefined}
          error={sent.errors[question.key]}
        >
          <AnswerControl question={question} typed={sent.values[question.key]} />
        </FormField>
      ))}
      <Button
        type="submit"
        variant="primary"
        size="large"
        wide
        pending={pending}
        disabled={form.shut !== null}
      >
        {t('Send')}
      </Button>
    </form>
  );
}

/** Programs fill in what is there; people neither see nor reach it. */
function Trap() {
  const t = useWording('guest');
  return (
    <div aria-hidden className="absolute -left-[200vw] size-px overflow-hidden">
      <label>
        {t('Leave this empty')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
