'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { askToEnd } from './actions';
import { useStripe } from './use-stripe';

interface Props {
  id: string;
  name: string;
  /** Whether it is to end, or to go on after all. */
  ends: boolean;
}

/** Ends a plan with the period that is paid, or has it go on after all. */
export function EndButton({ id, name: plan, ends }: Props) {
  const t = useWording('plans');
  const router = useRouter();
  const ask = useStripe();
  const confirm = async () => {
    const outcome = await ask(() => askToEnd({ id, ends }));
    if ('error' in outcome) return outcome;
    notify.done(ends ? t('{plan} ends with its period', { plan }) : t('{plan} goes on', { plan }));
    router.refresh();
  };
  return (
    <AlertDialog
      danger={ends}
      trigger={<Button size="small">{ends ? t('End the plan') : t('Keep the plan')}</Button>}
      title={t(ends ? 'End {plan} with the period that is paid?' : 'Keep {plan}?', { plan })}
      description={
        ends
          ? t('It holds until then and is not charged again. You can take this back until then.')
          : t('It goes on as before, and the next invoice comes with the next period.')
      }
      action={ends ? t('End the plan') : t('Keep the plan')}
      onConfirm={confirm}
    />
  );
}
