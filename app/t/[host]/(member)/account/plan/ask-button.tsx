'use client';

import { PersonChangesList } from '@/app/_shared/user-plans/person-changes-list';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { MyOffer } from '@/lib/billing/user-plans/shapes';
import { useWording } from '@/lib/language/wording-provider';
import { askForPlan } from './actions';

/** Signs a plan, or asks an admin to. */
export function AskButton({ offer, heldSeen }: { offer: MyOffer; heldSeen: Date | null }) {
  const t = useWording('userPlans');
  const { planId, version, name, signing, prices } = offer;
  const self = signing === 'self';
  return (
    <ReasonDialog
      trigger={
        <Button aria-label={t(self ? 'Sign {plan}' : 'Ask for {plan}', { plan: name })}>
          {self ? t('Sign') : t('Ask for it')}
        </Button>
      }
      title={t(self ? 'Sign {plan}?' : 'Ask for {plan}?', { plan: name })}
      description={
        !self
          ? t('Nothing changes before an admin signs it.')
          : prices.length > 0
            ? t('It holds at once. You get an invoice by hand; nothing is charged here.')
            : t('It holds at once.')
      }
      action={self ? t('Sign') : t('Ask for it')}
      done={self ? t('{plan} is signed', { plan: name }) : t('{plan} is asked for', { plan: name })}
      help={t('Read by the admins here.')}
      confirm={(reason) => askForPlan({ planId, version, heldSeen, reason })}
    >
      <PersonChangesList changes={offer.changes} />
    </ReasonDialog>
  );
}
