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
}

/** Takes back what was asked for. */
export function WithdrawButton({ id, revision, name }: Props) {
  const t = useWording('plans');
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
      title={t('Take the wish for {plan} back?', { plan: name })}
      description={t('Nothing changes here. You can ask again at any time.')}
      action={t('Take back')}
      onConfirm={withdraw}
    />
  );
}
