import { FormSection } from '@/components/ui/form-section';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Stray } from '@/lib/platform/billing/refunds';
import { readerIn } from '../_frame/words';

/** Money that Stripe gave back to who is no tenant any more, so that nobody here was told. */
export async function StrayRefunds({ refunds }: { refunds: Stray[] }) {
  const t = await wording('plans');
  return (
    <FormSection
      title={t('Refunds of tenants that are gone')}
      description={t('Nobody was told of them by mail. Stripe knows what each was for.')}
    >
      <ul className="divide-y divide-line">
        {refunds.map(({ id, type, customer, at }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              {type === 'charge.refunded'
                ? t('A charge of {customer} was refunded', { customer })
                : t('A credit note for {customer}', { customer })}
            </span>
            <span className="text-muted text-sm tabular-nums">
              {t('{time} UTC', { time: formatTime(at, readerIn(t.language)) })}
            </span>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
