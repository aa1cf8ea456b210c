import type { OwnPlan } from '@/lib/billing/own-plan';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { EndButton } from './end-button';
import { StripeButton } from './stripe-button';

interface Props {
  held: OwnPlan['held'];
  payment: OwnPlan['payment'];
  reader: Reader;
}

/** How what holds is paid for, until when, and where cards and invoices are looked after. */
export async function PaidFacts({ held, payment: { paid, isKnown }, reader }: Props) {
  const t = await wording('plans');
  return (
    <div className="grid gap-3">
      {paid ? (
        <div className="grid gap-1 text-muted text-sm">
          <p>
            {t(
              'Paid at Stripe in {currency}, {interval, select, year {each year} other {each month}}.',
              {
                ...paid.charge,
              },
            )}
          </p>
          {paid.cancelAt ? (
            <p className="font-medium text-ink">
              {t('It ends {time} and is not charged again.', {
                time: formatTime(paid.cancelAt, reader),
              })}
            </p>
          ) : paid.status === 'trialing' && paid.trialEnd ? (
            <p>{t('Free until {time}.', { time: formatTime(paid.trialEnd, reader) })}</p>
          ) : paid.periodEnd ? (
            <p>
              {t('The next invoice comes {time}.', { time: formatTime(paid.periodEnd, reader) })}
            </p>
          ) : null}
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isKnown ? (
          <StripeButton to="portal" words={t('Payment method and billing details')} />
        ) : null}
        {paid && held ? (
          <EndButton id={held.id} name={held.name} ends={paid.cancelAt === null} />
        ) : null}
      </div>
    </div>
  );
}
