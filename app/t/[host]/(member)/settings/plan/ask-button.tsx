'use client';

import { ChangesList } from '@/app/_shared/plans/changes-list';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { OwnPlan } from '@/lib/billing/own-plan';
import { useWording } from '@/lib/language/wording-provider';
import { askForPlan } from './actions';

/** Signs a plan, or asks the platform to. */
export function AskButton({
  offer,
  heldSeen,
  endsPayment,
}: {
  offer: OwnPlan['offers'][number];
  heldSeen: Date | null;
  /** Whether what is paid for now ends with it. */
  endsPayment: boolean;
}) {
  const t = useWording('plans');
  const { planId, version, name, signing, prices } = offer;
  const self = signing === 'self';
  return (
    <ReasonDialog
      trigger={
        <Button
          size="small"
          aria-label={t(self ? 'Sign {plan}' : 'Ask for {plan}', { plan: name })}
        >
          {self ? t('Sign') : t('Ask for it')}
        </Button>
      }
      title={t(self ? 'Sign {plan}?' : 'Ask for {plan}?', { plan: name })}
      description={
        !self
          ? offer.isUnpayable
            ? t('It cannot be paid for by card here. Nothing changes before the platform signs it.')
            : t('Nothing changes before the platform signs it.')
          : endsPayment
            ? t(
                'It holds at once. What is paid at Stripe ends at once too; what is paid ahead is not given back.',
              )
            : prices.length > 0
              ? t('It holds at once. You get an invoice by hand; nothing is charged here.')
              : t('It holds at once.')
      }
      action={self ? t('Sign') : t('Ask for it')}
      done={self ? t('{plan} is signed', { plan: name }) : t('{plan} is asked for', { plan: name })}
      help={t('Read by the platform and in your audit trail.')}
      confirm={(reason) => askForPlan({ planId, version, heldSeen, reason })}
    >
      <ChangesList changes={offer.changes} />
    </ReasonDialog>
  );
}
