'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { agreeToJoin } from '@/lib/identity/claim-actions';
import { useWording } from '@/lib/language/wording-provider';
import { declineJoin } from './actions';

/** The owner's answer; agreeing goes on with the proof of their account of the pool. */
export function AnswerJoin({ pool, mayAgree }: { pool: string; mayAgree: boolean }) {
  const t = useWording('settings');
  const router = useRouter();
  const agree = useProven(() => agreeToJoin());
  const onAgree = async () => {
    const outcome = await agree(undefined);
    if (!outcome.ok) return { error: outcome.error.message };
    window.location.assign('/claim');
  };
  const onDecline = async () => {
    const outcome = await declineJoin({});
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Offer declined'));
    router.refresh();
  };
  return (
    <div className="flex flex-wrap gap-2">
      <AlertDialog
        trigger={
          <Button variant="primary" disabled={!mayAgree}>
            {t('Agree')}
          </Button>
        }
        title={t('Share the sign-in of {pool}?', { pool })}
        description={t(
          'Next you prove the account you will use, or make one. It begins when you finish there: you come over first, and everybody else is signed out.',
        )}
        action={t('Go on')}
        onConfirm={onAgree}
      />
      <AlertDialog
        trigger={<Button>{t('Decline')}</Button>}
        title={t('Decline the offer?')}
        description={t('Everything stays as it is. The platform can offer it again.')}
        action={t('Decline')}
        onConfirm={onDecline}
      />
    </div>
  );
}
