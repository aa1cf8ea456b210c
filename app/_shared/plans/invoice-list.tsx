import { Status, type StatusTone } from '@/components/ui/status';
import type { Invoice } from '@/lib/billing/stripe/invoices';
import { formatDay, formatMoney, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Plain, Wording } from '@/lib/language/wording';
import { InvoiceLinks } from './invoice-links';

const states: Record<Invoice['status'], { word: Plain<'invoices'>; tone: StatusTone }> = {
  open: { word: 'Open', tone: 'info' },
  paid: { word: 'Paid', tone: 'success' },
  uncollectible: { word: 'Given up', tone: 'neutral' },
  void: { word: 'Void', tone: 'neutral' },
};

/** Invoices, newest first, with links to where they are seen and paid. */
export async function InvoiceList({ invoices, reader }: { invoices: Invoice[]; reader: Reader }) {
  const t = await wording('invoices');
  if (invoices.length === 0) return <p className="text-muted">{t('Nothing was charged yet.')}</p>;
  return (
    <ol className="divide-y divide-line">
      {invoices.map((invoice) => (
        <li
          key={invoice.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-2"
        >
          <div className="grid min-w-0 gap-0.5">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-medium">{invoice.number ?? '–'}</span>
              <span className="text-muted">{formatDay(invoice.issuedAt, reader)}</span>
            </p>
            <p className="text-muted text-sm">
              {t('For {from} to {to}', {
                from: formatDay(invoice.periodStart, reader),
                to: formatDay(invoice.periodEnd, reader),
              })}
            </p>
            <InvoiceLinks invoice={invoice} t={t} />
          </div>
          <div className="grid justify-items-end gap-0.5">
            <p className="font-medium tabular-nums">
              {formatMoney(invoice.total, invoice.currency, reader.locale)}
            </p>
            <InvoiceState {...{ invoice, reader, t }} />
          </div>
        </li>
      ))}
    </ol>
  );
}

interface StateProps {
  invoice: Invoice;
  reader: Reader;
  t: Wording<'invoices'>;
}

function InvoiceState({ invoice, reader, t }: StateProps) {
  const { word, tone } = states[invoice.status];
  const { failed, nextTryAt, amountRemaining, total, currency } = invoice;
  const left = formatMoney(amountRemaining, currency, reader.locale);
  return (
    <span className="grid justify-items-end">
      <Status tone={failed ? 'danger' : tone}>{failed ? t('Not paid') : t(word)}</Status>
      {failed && nextTryAt ? (
        <span className="text-muted text-sm">
          {t('Tried again on {day}', { day: formatDay(nextTryAt, reader) })}
        </span>
      ) : null}
      {invoice.status === 'open' && amountRemaining !== total ? (
        <span className="text-muted text-sm">{t('{amount} left', { amount: left })}</span>
      ) : null}
    </span>
  );
}
