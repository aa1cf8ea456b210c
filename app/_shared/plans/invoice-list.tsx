import { Status, type StatusTone } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
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
    <Table frameLabel={t('Invoices')}>
      <TableHead>
        <tr>
          <TableHeader>{t('Invoice')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Period')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader numeric>{t('Amount')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {invoices.map((invoice) => (
          <TableRow key={invoice.id}>
            <TableCell className="py-1.5">
              <span className="flex flex-wrap gap-x-3">
                <span className="font-medium">{invoice.number ?? '–'}</span>
                <span className="text-muted">{formatDay(invoice.issuedAt, reader)}</span>
              </span>
              <InvoiceLinks invoice={invoice} t={t} />
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted md:table-cell">
              {t('{from} to {to}', {
                from: formatDay(invoice.periodStart, reader),
                to: formatDay(invoice.periodEnd, reader),
              })}
            </TableCell>
            <TableCell>
              <InvoiceState {...{ invoice, reader, t }} />
            </TableCell>
            <TableCell numeric className="whitespace-nowrap">
              {formatMoney(invoice.total, invoice.currency, reader.locale)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
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
    <span className="grid justify-items-start">
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
