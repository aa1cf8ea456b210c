import { Badge } from '@/components/ui/badge';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { PlanDetail } from '@/lib/platform/plans/shapes';
import { readerIn } from '../../_frame/words';

type Version = PlanDetail['versions'][number];

/** Whether Stripe knows what a version costs. */
export async function StripeStatus({ stripe, free }: Pick<Version, 'stripe'> & { free: boolean }) {
  const t = await wording('plans');
  if (!stripe) return <span className="text-muted">{t(free ? 'Free' : 'Not told')}</span>;
  const { state, fault, toldAt } = stripe;
  if (state === 'known' && toldAt) {
    return t('Known since {time} UTC', { time: formatTime(toldAt, readerIn(t.language)) });
  }
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={state === 'refused' ? 'danger' : 'warning'}>
        {t(state === 'refused' ? 'Refused' : 'Being told')}
      </Badge>
      {fault ? <span className="text-muted">{fault}</span> : null}
    </span>
  );
}
