'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { compareNow } from './actions';

/** Has every day that could still be mended compared once more. */
export function CompareNow() {
  const t = useWording('plans');
  const router = useRouter();
  const compare = async () => {
    const outcome = await compareNow({});
    if (!outcome.ok) return { error: outcome.error.message };
    const { days } = outcome.data;
    notify.done(
      t(
        '{count, plural, =0 {There is no day to compare yet} one {# day is compared} other {# days are compared}}',
        { count: days },
      ),
    );
    router.refresh();
  };
  return (
    <AlertDialog
      danger={false}
      trigger={<Button>{t('Compare now')}</Button>}
      title={t('Compare usage with Stripe now?')}
      description={t(
        'Days of the last 35 are read at Stripe within minutes. What differs in the same way twice, an hour apart, is mended.',
      )}
      action={t('Compare')}
      onConfirm={compare}
    />
  );
}
