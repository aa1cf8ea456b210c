'use client';

import { useState } from 'react';
import { RecoveryCodes } from '@/lib/identity/ui/recovery-codes';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../_parts/text-link';
import { CodeForm } from './code-form';
import { ResumeForm } from './resume-form';
import { SetUpForm } from './set-up-form';

interface Props {
  /** What the sign-in waits for; `over` when there is none. */
  waitsFor: 'code' | 'set_up' | 'resume' | 'over';
  /** Of the workspace. */
  name: string;
}

/** One step after the other. New recovery codes stay, though the sign-in is over by then. */
export function StepsFlow({ waitsFor, name }: Props) {
  const [made, setMade] = useState<{ codes: string[]; next: string }>();
  if (made) {
    return <RecoveryCodes codes={made.codes} onKept={() => window.location.assign(made.next)} />;
  }
  if (waitsFor === 'set_up') return <SetUpForm onMade={setMade} />;
  if (waitsFor === 'code') return <CodeForm />;
  return waitsFor === 'resume' ? <ResumeForm name={name} /> : <Over />;
}

function Over() {
  const t = useWording('auth');
  return (
    <p className="text-center">
      <TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>
    </p>
  );
}
