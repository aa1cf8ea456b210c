'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { withdrawJoin } from '../actions';

/** Takes an offer back that its owner has not agreed to. */
export function WithdrawJoin({ id, name }: { id: string; name: string }) {
  const t = useWording('console');
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Take the offer back')}</Button>}
      title={t('Take the offer to {name} back?', { name })}
      description={t('Its sign-in stays its own.')}
      action={t('Take back')}
      done={t('Offer taken back')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => withdrawJoin({ id, reason })}
    />
  );
}
