import { Banner } from '@/components/ui/banner';
import type { OwnPlan } from '@/lib/billing/own-plan';
import { wording } from '@/lib/language/request';
import { LookAgain } from './look-again';
import { StripeButton } from './stripe-button';
import { WithdrawButton } from './withdraw-button';

interface Props {
  signing: NonNullable<OwnPlan['signing']>;
  asked: NonNullable<OwnPlan['payment']['asked']>;
  /** How the page of Stripe was left, if it was. */
  left: 'paid' | 'left' | undefined;
}

/** Where the payment of what is being signed stands, and what can be done about it. */
export async function PaymentBanner({ signing, asked, left }: Props) {
  const t = await wording('plans');
  const { id, revision, name: plan } = signing;
  const state = `${asked.state} ${asked.isLate}`;
  const withdraw = <WithdrawButton id={id} revision={revision} name={plan} />;
  const acts = (words: string) => (
    <span className="flex flex-wrap gap-2">
      <StripeButton to="pay" subscriptionId={id} words={words} main />
      {withdraw}
    </span>
  );
  if (asked.paid || (left === 'paid' && asked.state === 'ready')) {
    return (
      <Banner title={t('Payment received, waiting for confirmation')}>
        {t('{plan} holds as soon as Stripe has confirmed the payment.', { plan })}
        <LookAgain signingId={id} state={state} />
      </Banner>
    );
  }
  if (asked.state === 'waiting') {
    return (
      <Banner
        tone={asked.isLate ? 'warning' : 'info'}
        title={t('Stripe is being asked for {plan}', { plan })}
        action={asked.kind === 'change' ? undefined : withdraw}
      >
        {asked.isLate
          ? t('This takes longer than it should. It is tried again; nothing is charged twice.')
          : t('This takes a moment.')}
        <LookAgain signingId={id} state={state} />
      </Banner>
    );
  }
  if (asked.state === 'failed') {
    return (
      <Banner
        tone="danger"
        title={t('{plan} could not be paid for', { plan })}
        action={acts(t('Try again'))}
      >
        {t.said(asked.fault ?? '')}
      </Banner>
    );
  }
  return (
    <Banner
      title={t('{plan} is not paid for yet', { plan })}
      action={acts(t('Continue to payment'))}
    >
      {left === 'left'
        ? t('You left the page of Stripe. Nothing was charged and nothing changed.')
        : t('It holds once it is paid for.')}
    </Banner>
  );
}
