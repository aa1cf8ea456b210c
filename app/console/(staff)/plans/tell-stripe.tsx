'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { tellStripe } from './actions';

/** Has Stripe told of every version once more. */
export function TellStripe() {
  const t = useWording('plans');
  const router = useRouter();
  const tell = async () => {
    const outcome = await tellStripe({});
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(
      t(
        '{count, plural, =0 {No version has prices} one {# version is told} other {# versions are told}}',
        {
          count: outcome.data.versions,
        },
      ),
    );
    router.refresh();
  };
  return (
    <AlertDialog
      danger={false}
      trigger={<Button>{t('Tell Stripe again')}</Button>}
      title={t('Tell Stripe of all plans again?')}
      description={t(
        'What is missing there is made, and what was changed there is mended. Nothing is made twice.',
      )}
      action={t('Tell Stripe')}
      onConfirm={tell}
    />
  );
}
