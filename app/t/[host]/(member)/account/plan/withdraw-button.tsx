'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { withdrawWish } from './actions';

interface Props {
  id: string;
  revision: number;
  name: string;
  /** Whether an end is taken back rather than a wish. */
  isEnd?: boolean;
}

/** Takes back what was asked for, or the end that was planned. */
export function WithdrawButton({ id, revision, name, isEnd = false }: Props) {
  const t = useWording('userPlans');
  const router = useRouter();
  const withdraw = async () => {
    const outcome = await withdrawWish({ id, revision });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Taken back'));
    router.refresh();
  };
  return (
    <AlertDialog
      danger={false}
      trigger={<Button size="small">{t('Take back')}</Button>}
      title={
        isEnd
          ? t('Take the end of {plan} back?', { plan: name })
          : t('Take the wish for {plan} back?', { plan: name })
      }
      description={isEnd ? t('It stays as it is now.') : t('You keep what you have.')}
      action={t('Take back')}
      onConfirm={withdraw}
    />
  );
}
