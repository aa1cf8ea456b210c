import { formatMoney } from '../../../format';
import { wordingIn } from '../../../language/wording-in';
import type { Addressed } from '../../../mail/compose';
import type { Letter } from '../../../mail/letter';

interface Unpaid {
  number: string | null;
  /** In the smallest unit of the currency. */
  amount: number;
  currency: string;
  /** The day on which it is tried again, where it is. */
  again: string | null;
}

/** Tells an admin that an invoice could not be paid. */
export function unpaidLetter(
  { to, language, tenant, url }: Addressed,
  { number, amount, currency, again }: Unpaid,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('A payment of {tenant} did not go through', { tenant });
  const money = formatMoney(amount, currency, language);
  return {
    ...{ kind: 'plan', to, language, subject: title, heading: title },
    paragraphs: [
      number
        ? t('Invoice {number} over {amount} is not paid.', { number, amount: money })
        : t('An invoice over {amount} is not paid.', { amount: money }),
      again
        ? t('It is tried again on {day}. You can pay it before, or by another card.', {
            day: again,
          })
        : t('Please pay it, so that the plan goes on.'),
    ],
    button: { label: t('See and pay the invoice'), url },
    note: t('You get this because you may choose the plan there.'),
  };
}

interface Refund {
  number: string | null;
  /** In the smallest unit of the currency. */
  amount: number;
  /** As much of it as goes back the way it came. */
  refunded: number;
  currency: string;
}

/** Tells an admin that money was given back. */
export function refundLetter(
  { to, language, tenant, url }: Addressed,
  { number, amount, refunded, currency }: Refund,
): Letter {
  const t = wordingIn(language, 'mail');
  const money = (value: number) => formatMoney(value, currency, language);
  const title = t('{tenant} gets {amount} back', { tenant, amount: money(amount) });
  const kept = amount - refunded;
  return {
    ...{ kind: 'plan', to, language, subject: title, heading: title },
    paragraphs: [
      ...(number ? [t('Credit note {number} says so.', { number })] : []),
      ...(refunded > 0
        ? [
            t('{amount} goes back the way it was paid. That can take some days.', {
              amount: money(refunded),
            }),
          ]
        : []),
      ...(kept > 0 ? [t('{amount} is kept for the next invoices.', { amount: money(kept) })] : []),
    ],
    button: { label: t('See the plan'), url },
    note: t('You get this because you may choose the plan there.'),
  };
}

/** Tells an admin that what was free costs something soon, or ends where it was given up. */
export function trialLetter(
  { to, language, tenant, url }: Addressed,
  { day, isLeft }: { day: string; isLeft: boolean },
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('The trial of {tenant} ends on {day}', { tenant, day });
  return {
    ...{ kind: 'plan', to, language, subject: title, heading: title },
    paragraphs: [
      isLeft
        ? t('The plan was given up and ends with it. Nothing is charged.')
        : t('From then on the plan is charged. Nothing is charged if you end it before.'),
    ],
    button: { label: t('See the plan'), url },
    note: t('You get this because you may choose the plan there.'),
  };
}
