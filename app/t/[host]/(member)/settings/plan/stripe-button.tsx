'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { askForPortal, payAgain } from './actions';
import { leaveFor, useStripe } from './use-stripe';

type Props = { words: string; main?: boolean } & (
  | { to: 'pay'; subscriptionId: string }
  | { to: 'portal' }
);

/** Has a page of Stripe opened and goes there. What is said of it takes no more room than the button. */
export function StripeButton({ words, main = false, ...where }: Props) {
  const t = useWording('plans');
  const router = useRouter();
  const ask = useStripe();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const open = async () => {
    setBusy(true);
    setFault(undefined);
    const outcome = await ask(() =>
      where.to === 'pay' ? payAgain({ id: where.subscriptionId }) : askForPortal({}),
    );
    if ('asked' in outcome && outcome.asked.url) return leaveFor(outcome.asked.url);
    setBusy(false);
    if ('error' in outcome) setFault(outcome.error);
    else router.refresh();
  };
  return (
    <span className="inline-grid gap-1">
      <Button
        size="small"
        variant={main ? 'primary' : 'secondary'}
        pending={busy}
        onClick={() => void open()}
      >
        {words}
      </Button>
      <span role="status" className="sr-only">
        {busy ? t('Preparing the page of Stripe…') : ''}
      </span>
      {fault ? (
        <span role="alert" className="text-danger-text text-sm">
          {fault}
        </span>
      ) : null}
    </span>
  );
}
