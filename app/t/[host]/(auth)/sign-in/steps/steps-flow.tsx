'use client';

import { useState } from 'react';
import type { Step } from '@/lib/identity/flow/steps';
import { RecoveryCodes } from '@/lib/identity/ui/recovery-codes';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../_parts/text-link';
import { ResumeForm } from './resume-form';
import { SecondProof } from './second-proof';
import { SetUpForm } from './set-up-form';

interface Props {
  /** What the sign-in waits for; `over` when there is none, `anew` when only another one will do. */
  waitsFor: 'proof' | 'set_up' | 'resume' | 'anew' | 'over';
  /** What will do, where it waits for a proof. */
  steps: readonly Step[];
  /** Of the workspace. */
  name: string;
  /** Whether passkeys work at this address. */
  takesPasskeys: boolean;
}

/** One step after the other. New recovery codes stay, though the sign-in is over by then. */
export function StepsFlow({ waitsFor, steps, name, takesPasskeys }: Props) {
  const [made, setMade] = useState<{ codes: string[]; next: string }>();
  if (made) {
    return <RecoveryCodes codes={made.codes} onKept={() => window.location.assign(made.next)} />;
  }
  if (waitsFor === 'set_up') return <SetUpForm takesPasskeys={takesPasskeys} onMade={setMade} />;
  if (waitsFor === 'proof') return <SecondProof steps={steps} />;
  return waitsFor === 'resume' ? <ResumeForm name={name} /> : <BackToSignIn />;
}

function BackToSignIn() {
  const t = useWording('auth');
  return (
    <div className="grid gap-4 text-center">
      <p className="text-muted text-sm">{t('No sign-in waits for a second step here.')}</p>
      <p>
        <TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>
      </p>
    </div>
  );
}
