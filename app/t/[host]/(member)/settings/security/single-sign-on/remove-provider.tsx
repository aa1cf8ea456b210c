'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { removeProvider } from './actions';

/** Takes single sign-on away altogether. */
export function RemoveProvider() {
  const t = useWording('settings');
  const router = useRouter();
  const remove = useProven(removeProvider);
  const confirm = async () => {
    const outcome = await remove({});
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Single sign-on removed'));
    router.refresh();
  };
  return (
    <FormSection
      danger
      title={t('Remove single sign-on')}
      description={t('Members and their roles stay. They sign in another way from then on.')}
    >
      <div>
        <AlertDialog
          trigger={<Button variant="danger-quiet">{t('Remove single sign-on')}</Button>}
          title={t('Remove single sign-on?')}
          description={t(
            'The settings, the secret and every link between accounts and the provider are deleted, and whoever came in through it is signed out.',
          )}
          action={t('Remove')}
          onConfirm={confirm}
        />
      </div>
    </FormSection>
  );
}
