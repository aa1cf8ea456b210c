'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { bringAgain } from '../actions';

/** Has records of people who came over given to their new accounts, where that did not go through. */
export function BringAgain({ id, people }: { id: string; people: number }) {
  const t = useWording('console');
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Try again')}</Button>}
      title={t('Give records to new accounts again?')}
      description={t(
        '{count, plural, one {What # person made or was given does} other {What # people made or were given does}} not all name their new account yet. What was done of it stays done.',
        { count: people },
      )}
      action={t('Try again')}
      done={t('Begun anew')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => bringAgain({ id, reason })}
    />
  );
}
