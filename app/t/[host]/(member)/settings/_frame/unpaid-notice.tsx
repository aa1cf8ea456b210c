import Link from 'next/link';
import { Banner } from '@/components/ui/banner';
import type { Unpaid } from '@/lib/billing/stripe/invoices';
import { formatDay, formatMoney, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';

/** That a payment failed, until it is made, for whoever may choose the plan. */
export async function UnpaidNotice({ unpaid, reader }: { unpaid: Unpaid; reader: Reader }) {
  const t = await wording('invoices');
  const { amountRemaining, currency, nextTryAt, pageUrl } = unpaid;
  const amount = formatMoney(amountRemaining, currency, reader.locale);
  const looks = 'font-medium underline';
  return (
    <div className="px-4 pt-4 sm:px-6">
      <Banner
        tone="danger"
        title={t('A payment did not go through')}
        action={
          pageUrl ? (
            <a className={looks} href={pageUrl} target="_blank" rel="noopener noreferrer">
              {t('Pay it now')}
            </a>
          ) : (
            <Link href="/settings/plan" className={looks}>
              {t('See the invoices')}
            </Link>
          )
        }
      >
        {nextTryAt
          ? t('{amount} is open. It is tried again on {day}.', {
              ...{ amount, day: formatDay(nextTryAt, reader) },
            })
          : t('{amount} is open. Please pay it, so that the plan goes on.', { amount })}
      </Banner>
    </div>
  );
}
