'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { retryFleet } from './actions';

export function RetryButton({ failed }: { failed: number }) {
  const t = useWording('console');
  return (
    <ReasonDialog
      trigger={<Button variant="primary">{t('Try again')}</Button>}
      title={t('Try {failed, plural, one {# migration} other {# migrations}} again?', { failed })}
      description={t('Tenants work on while it runs. What fails again keeps its present shape.')}
      action={t('Try again')}
      done={t('Tried again within seconds')}
      confirm={(reason) => retryFleet({ reason })}
    />
  );
}
