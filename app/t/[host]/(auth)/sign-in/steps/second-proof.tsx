'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { Step } from '@/lib/identity/flow/steps';
import { useSupportsPasskeys } from '@/lib/identity/ui/use-supports-passkeys';
import { useWording } from '@/lib/language/wording-provider';
import { CodeForm } from './code-form';
import { PasskeyStep } from './passkey-step';

type Way = 'passkey' | 'code' | 'recovery_code';
const ways: Way[] = ['passkey', 'code', 'recovery_code'];

/** The second proof, by whichever means the person has: the strongest first, the others below it. */
export function SecondProof({ steps }: { steps: readonly Step[] }) {
  const t = useWording('auth');
  const supported = useSupportsPasskeys();
  const [chosen, choose] = useState<Way>();
  const open = ways.filter(
    (way) => steps.includes(way) && (supported !== false || way !== 'passkey'),
  );
  const way = chosen ?? open[0];
  const labels = {
    passkey: t('Use a passkey'),
    code: t('Use the authenticator app'),
    recovery_code: t('Use a recovery code'),
  };
  return (
    <div className="grid gap-4">
      {steps.includes('elsewhere') ? (
        <Banner>
          {t(
            'Your passkeys work at other addresses. Sign in at one of them and come over from there, then add a passkey here.',
          )}
        </Banner>
      ) : null}
      {open.length === 0 && !steps.includes('elsewhere') ? (
        <Banner>
          {t('Your second factor is a passkey, and this browser knows none. Use another browser.')}
        </Banner>
      ) : null}
      {way === 'passkey' ? <PasskeyStep /> : way ? <CodeForm key={way} way={way} /> : null}
      {open
        .filter((other) => other !== way)
        .map((other) => (
          <Button key={other} size="large" wide onClick={() => choose(other)}>
            {labels[other]}
          </Button>
        ))}
    </div>
  );
}
