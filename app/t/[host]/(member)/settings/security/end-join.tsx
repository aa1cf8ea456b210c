'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { endJoin } from './actions';

/** Ends the time in which people come over. */
export function EndJoin({ left }: { left: number }) {
  const t = useWording('settings');
  const router = useRouter();
  const end = useProven(endJoin);
  const onConfirm = async () => {
    const outcome = await end({});
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Coming over has ended'));
    router.refresh();
  };
  return (
    <AlertDialog
      danger={left > 0}
      trigger={
        <Button className="self-start" variant={left > 0 ? 'danger-quiet' : 'secondary'}>
          {t('End coming over')}
        </Button>
      }
      title={t('End coming over?')}
      description={
        left > 0
          ? t(
              '{count, plural, one {# person who has not come over stays} other {# people who have not come over stay}} on the list without access, for good. Their work is kept. To let one in again, remove and invite them.',
              { count: left },
            )
          : t('Everybody is here. What proved the former accounts is destroyed.')
      }
      action={t('End coming over')}
      onConfirm={onConfirm}
    />
  );
}
