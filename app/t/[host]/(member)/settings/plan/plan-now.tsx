import { priceWords, sinceOf, stateWords } from '@/app/_shared/plans/plan-words';
import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { Status } from '@/components/ui/status';
import { pricesFor } from '@/lib/billing/charges';
import type { OwnPlan } from '@/lib/billing/own-plan';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { PaidFacts } from './paid-facts';
import { PaymentBanner } from './payment-banner';
import { WithdrawButton } from './withdraw-button';

interface Props {
  plan: OwnPlan;
  reader: Reader;
  /** How a page of Stripe was left, if one was. */
  left: 'paid' | 'left' | undefined;
}

/** The plan that holds, what is planned for it, and what is being signed. */
export async function PlanNow({ plan, reader, left }: Props) {
  const t = await wording('plans');
  const { name, held, fallback, signing, description, prices, payment } = plan;
  return (
    <FormSection title={t('Your plan')}>
      {held?.state === 'suspended' ? (
        <Banner tone="warning" title={t('The plan is suspended')}>
          {t('What is here can be read and deleted, and nothing can be added.')}
        </Banner>
      ) : null}
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-3 font-semibold text-lg">
          {name}
          {held ? (
            <Status tone={stateWords[held.state].tone}>{t(stateWords[held.state].word)}</Status>
          ) : null}
        </p>
        <p className="text-muted">
          {held
            ? t('Version {version}, since {time}.', {
                ...{ version: held.version, time: formatTime(sinceOf(held, plan.history), reader) },
              })
            : fallback
              ? t('Nobody put this workspace on a plan. Until then this one holds.')
              : t('Everything, without limits. Nobody put this workspace on a plan.')}
        </p>
        {description ? <p className="text-measure">{description}</p> : null}
        {(payment.paid ? pricesFor(prices, payment.paid.charge) : prices).map((price) => (
          <p key={JSON.stringify(price)} className="tabular-nums">
            {priceWords(t, price)}
          </p>
        ))}
        {prices.length > 0 && !payment.paid ? (
          <p className="text-muted text-sm">{t('Invoiced by hand. Nothing is charged here.')}</p>
        ) : null}
      </div>
      <PaidFacts held={held} payment={payment} reader={reader} />
      {held?.nextState && held.nextAt ? (
        <Banner
          title={t('{state} from {time} on', {
            state: t(stateWords[held.nextState].word),
            time: formatTime(held.nextAt, reader),
          })}
        >
          {held.nextReason}
        </Banner>
      ) : null}
      {signing && payment.asked ? (
        <PaymentBanner signing={signing} asked={payment.asked} left={left} />
      ) : signing ? (
        <Banner
          title={
            signing.nextAt
              ? t('{plan} begins {time}', {
                  ...{ plan: signing.name, time: formatTime(signing.nextAt, reader) },
                })
              : t('{plan} is asked for', { plan: signing.name })
          }
          action={
            signing.nextAt ? undefined : (
              <WithdrawButton id={signing.id} revision={signing.revision} name={signing.name} />
            )
          }
        >
          {signing.nextAt ? signing.nextReason : t('It waits for the platform to sign it.')}
        </Banner>
      ) : null}
    </FormSection>
  );
}
