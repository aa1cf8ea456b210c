'use client';

import { limitTitles } from '@/app/_shared/plans/plan-words';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { LimitName } from '@/lib/billing/limit-names';
import { useWording } from '@/lib/language/wording-provider';
import { liftOverride } from '../actions';

/** Has the plan say so again. */
export function LiftOverride({ id, limit }: { id: string; limit: LimitName }) {
  const t = useWording('plans');
  const title = t(limitTitles[limit]);
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('By the plan again: {limit}', { limit: title })}</Button>}
      title={t('{limit}: by the plan again?', { limit: title })}
      description={t('Nothing is deleted. It takes effect at every door within a second.')}
      action={t('Go by the plan')}
      done={t('Limit changed')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => liftOverride({ id, name: limit, reason })}
    />
  );
}
