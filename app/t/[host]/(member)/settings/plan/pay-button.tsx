'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChangesList } from '@/app/_shared/plans/changes-list';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWords } from '@/components/ui/words';
import type { Charge } from '@/lib/billing/charges';
import type { OwnPlan } from '@/lib/billing/own-plan';
import type { Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { askForPlan } from './actions';
import { ChargeChoice } from './charge-choice';
import { FigureList } from './figure-list';
import { leaveFor, useStripe } from './use-stripe';

interface Props {
  offer: OwnPlan['offers'][number];
  heldSeen: Date | null;
  first: Charge;
  reader: Reader;
}

/** Pays for a plan on a page of Stripe, or has what is paid for already go on as this one. */
export function PayButton({ offer, heldSeen, first, reader }: Props) {
  const t = useWording('plans');
  const words = useWords();
  const router = useRouter();
  const ask = useStripe();
  const [charge, setCharge] = useState(first);
  const [previewId, setPreviewId] = useState<string>();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { planId, version, name, prices, charges, trialDays } = offer;
  const changes = offer.signing === 'change';
  const confirm = async () => {
    setBusy(true);
    const paying = { charge, ...(changes && previewId && { previewId }) };
    const outcome = await ask(async () => {
      const asked = await askForPlan({ planId, version, heldSeen, reason, paying });
      if (!asked.ok) return { ok: false, error: { message: firstOf(asked.error) } };
      return { ok: true, data: { askId: asked.data.askId ?? '' } };
    });
    if ('error' in outcome) {
      setBusy(false);
      router.refresh();
      return { error: outcome.error };
    }
    if (outcome.asked.url) {
      leaveFor(outcome.asked.url);
      // Busy for as long as the page is on its way.
      return await new Promise<never>(() => undefined);
    }
    notify.done(t('{plan} is signed', { plan: name }));
    router.refresh();
  };
  return (
    <AlertDialog
      danger={false}
      trigger={
        <Button size="small" aria-label={t('Choose {plan}', { plan: name })}>
          {t('Choose')}
        </Button>
      }
      title={t(changes ? 'Change to {plan}?' : 'Pay for {plan}?', { plan: name })}
      description={
        changes
          ? t('It holds at once. What is paid ahead is set off by the second.')
          : trialDays > 0
            ? t(
                'You give a card on a page of Stripe. The first {days, plural, one {day is} other {# days are}} free, once for each workspace.',
                { days: trialDays },
              )
            : t('You pay on a page of Stripe. It holds once Stripe has confirmed the payment.')
      }
      action={changes ? t('Change plan') : t('Go to payment')}
      onConfirm={confirm}
    >
      <ChargeChoice charges={charges} prices={prices} value={charge} onChange={setCharge} />
      {changes ? (
        <FigureList
          offer={{ planId, version }}
          charge={charge}
          reader={reader}
          onShown={setPreviewId}
        />
      ) : null}
      <ChangesList changes={offer.changes} />
      <Field label={words.reason} help={t('Read by the platform and in your audit trail.')}>
        <Input
          value={reason}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p role="status" className="min-h-5 text-muted text-sm">
        {busy ? t(changes ? 'Stripe is being told…' : 'Preparing the page of Stripe…') : null}
      </p>
    </AlertDialog>
  );
}

const firstOf = ({ message, fields }: { message: string; fields: Record<string, string> }) =>
  Object.values(fields)[0] ?? message;
