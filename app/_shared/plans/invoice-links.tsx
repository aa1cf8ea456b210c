import type { Invoice } from '@/lib/billing/stripe/invoices';
import type { Wording } from '@/lib/language/wording';

/** Where an invoice is seen, paid and kept: pages of Stripe. */
export function InvoiceLinks({ invoice, t }: { invoice: Invoice; t: Wording<'invoices'> }) {
  const { pageUrl, pdfUrl, number, status } = invoice;
  const page = status === 'open' ? t('Pay invoice') : t('See invoice');
  const links = [
    { href: pageUrl, label: page },
    { href: pdfUrl, label: t('PDF') },
  ];
  return (
    <span className="flex flex-wrap gap-x-3 text-sm">
      {links.map(({ href, label }) =>
        href ? (
          <a
            key={label}
            className="underline"
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('{link} {number} (opens a new page)', {
              ...{ link: label, number: number ?? '' },
            })}
          >
            {label}
          </a>
        ) : null,
      )}
    </span>
  );
}
