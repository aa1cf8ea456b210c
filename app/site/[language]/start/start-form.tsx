'use client';

import { useEffect, useRef } from 'react';
import { Form } from '@/components/forms/form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { Language } from '@/lib/language/languages';
import { useWording } from '@/lib/language/wording-provider';
import { useSiteHost } from '../_front/use-site-host';
import type { PictureLabels } from '../_parts/picture-labels';
import { ContentsStep } from './contents-step';
import { LookStep } from './look-step';
import { OwnerStep } from './owner-step';
import { PlaceStep } from './place-step';
import { StartPreview } from './start-preview';
import { StepList } from './step-list';
import { lastStep, steps } from './steps';
import { useStart } from './use-start';

interface Props {
  /** What the picture of the new sign-in page says, in each language it may speak. */
  labels: Record<Language, PictureLabels>;
}

export function StartForm({ labels }: Props) {
  const t = useWording('start');
  const start = useStart();
  const { step, draft, change, errors, pending } = start;
  const host = useSiteHost();
  const suffix = host ? `.${host}` : '';
  const form = useRef<HTMLFormElement>(null);
  useFocusOnStep(form, step, errors);
  const props = { draft, change, errors };
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-14">
      <div className="min-w-0 max-w-xl">
        <StepList current={step} reached={start.reached} onGo={start.goTo} />
        <Form
          ref={form}
          className="mt-6 grid gap-5"
          onSend={() => {
            if (!pending) start.forward();
          }}
        >
          <h2 className="font-semibold text-xl tracking-tight">
            {steps[step] ? t(steps[step].heading) : null}
          </h2>
          {start.error ? <Banner tone="danger">{start.error}</Banner> : null}
          {step === 0 ? <PlaceStep {...props} suffix={suffix} /> : null}
          {step === 1 ? <LookStep {...props} /> : null}
          {step === 2 ? (
            <OwnerStep {...props} password={start.password} onPassword={start.changePassword} />
          ) : null}
          {step === lastStep ? <ContentsStep {...props} /> : null}
          <div className="flex flex-wrap items-center gap-2 pt-2">
            <Button type="submit" variant="primary" size="large" pending={pending}>
              {step === lastStep ? t('Open the workspace') : t('Continue')}
            </Button>
            {step > 0 ? (
              <Button size="large" disabled={pending} onClick={() => start.goTo(step - 1)}>
                {t('Back')}
              </Button>
            ) : null}
          </div>
        </Form>
      </div>
      <StartPreview draft={draft} suffix={suffix} labels={labels[draft.locale]} />
    </div>
  );
}

/** A new step, or an error, puts the cursor where the next thing is to be done. */
function useFocusOnStep(
  form: React.RefObject<HTMLFormElement | null>,
  step: number,
  errors: Record<string, string>,
) {
  const wrong = Object.keys(errors).join();
  const shown = useRef(`${step}`);
  useEffect(() => {
    const now = `${step}${wrong}`;
    if (shown.current === now) return;
    shown.current = now;
    const selector = wrong ? '[aria-invalid=true]' : 'input:not([type=file]), textarea';
    form.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [form, step, wrong]);
}
