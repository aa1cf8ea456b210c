import { formatMoney } from '../../../format';
import { amountFor } from './amounts';
import type { Portal } from './beside';
import { itemsOf } from './checkout';
import { failingCard } from './invoices';
import { known, type Local, nowFor } from './local';
import type { Customer, Invoice, Price, Session, Subscription } from './objects';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: unknown) => String(value).replace(/[&<>"]/g, (one) => escapes[one] ?? one);

const style = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{max-width:34rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.25rem;margin:0 0 .25rem}h2{font-size:1rem;margin:2rem 0 .5rem}
p{margin:.25rem 0 1rem}.note{color:GrayText;font-size:.875rem}
table{width:100%;border-collapse:collapse}td{padding:.5rem 0;border-bottom:1px solid #8884;vertical-align:top}
td:last-child{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
form{display:inline-block;margin:.25rem .5rem .25rem 0}
button{font:inherit;min-height:2.5rem;padding:0 1rem;border:1px solid #8888;border-radius:.5rem;background:transparent;cursor:pointer}
button.main{background:#4f46e5;border-color:#4f46e5;color:#fff}button:focus-visible,a:focus-visible{outline:3px solid #818cf8;outline-offset:2px}`;

const page = (title: string, body: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${style}</style>
<body><main><h1>${text(title)}</h1><p class="note">The local Stripe: no card is asked for and no money moves.</p>${body}</main>`;

const button = (action: string, words: string, main = false) =>
  `<form method="post" action="${text(action)}"><button${main ? ' class="main"' : ''}>${text(words)}</button></form>`;

const rows = (lines: [string, string][]) =>
  `<table>${lines.map(([left, right]) => `<tr><td>${text(left)}<td>${text(right)}`).join('')}</table>`;

const money = (amount: number | bigint, currency: string): string =>
  formatMoney(Number(amount), currency, 'en');

const moment = (at: number) => new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
const day = (at: number) => moment(at).slice(0, 10);

const counted: [kind: string, title: string][] = [
  ['product', 'Products'],
  ['price', 'Prices'],
  ['billing.meter', 'Meters'],
  ['customer', 'Customers'],
  ['subscription', 'Subscriptions'],
  ['invoice', 'Invoices'],
];

/** What there is, and what happened last. */
export function homePage({ store }: Local): string {
  const counts = counted.map(([kind, title]): [string, string] => [
    title,
    String(store.all(kind).length),
  ]);
  const last = store.all('event').slice(-12).reverse();
  const events = last.map(({ type, created }): [string, string] => [String(type), moment(created)]);
  return page(
    'What is here',
    `${rows(counts)}<h2>Last events</h2>${events.length > 0 ? rows(events) : '<p>There are none yet.'}`,
  );
}

/** Where a session is paid for, or not. */
export function payPage(local: Local, id: string): string {
  const session = known<Session>(local, 'checkout.session', id);
  if (session.status !== 'open') {
    return page('This checkout is over', `<p>It is ${text(session.status)}.`);
  }
  const lines = itemsOf(local, id).map(({ price: priceId, quantity }): [string, string] => {
    const price = known<Price>(local, 'price', priceId);
    const product = local.store.find('product', price.product)?.name;
    const name = `${product}${price.nickname ? ` – ${price.nickname}` : ''}`;
    const each = ` by the ${price.recurring?.interval}`;
    if (quantity === undefined) return [name, `as used${each}`];
    return [
      `${name} × ${quantity}`,
      money(amountFor(price, BigInt(quantity)), price.currency) + each,
    ];
  });
  const at = `/pay/${id}`;
  return page(
    'Pay',
    rows(lines) +
      `<p>${button(`${at}/works`, 'Pay', true)}${button(`${at}/fails`, 'Pay with a card that is refused later')}` +
      `${button(`${at}/refused`, 'Have the card refused now')}${button(`${at}/back`, 'Go back')}`,
  );
}

export const refusedPage = (id: string) =>
  page('The card was refused', `<p>Nothing was signed.<p><a href="/pay/${text(id)}">Try again</a>`);

/** Where a customer looks after cards, invoices and the end of what was signed. */
export function portalPage(local: Local, id: string): string {
  const portal = known<Portal>(local, 'billing_portal.session', id);
  const customer = known<Customer>(local, 'customer', portal.customer);
  const fails = customer.invoice_settings.default_payment_method === failingCard;
  const at = `/portal/${id}`;
  const signed = local.store
    .all<Subscription>('subscription')
    .filter((one) => one.customer === customer.id)
    .reverse();
  const parts = signed.map((one) => subscriptionPart(at, one));
  const invoices = local.store
    .all<Invoice>('invoice')
    .filter((one) => one.customer === customer.id);
  const clock = `Today is ${day(nowFor(local, customer.id))} for this customer.`;
  return page(
    `Billing of ${customer.name ?? customer.email ?? customer.id}`,
    `${parts.join('')}<h2>Card</h2><p>${fails ? 'A card that is refused.' : 'A card that works.'}</p>` +
      `${button(`${at}/card-works`, 'Use a card that works')}${button(`${at}/card-fails`, 'Use a card that is refused')}` +
      `<h2>Invoices</h2>${invoices.length > 0 ? rows(invoices.reverse().map(invoiceRow)) : '<p>There are none yet.'}` +
      `${invoices.some(({ status }) => status === 'open') ? button(`${at}/pay`, 'Pay what is open', true) : ''}` +
      `<h2>Time</h2><p>${clock}</p>${button(`${at}/ahead-4`, 'Go 4 days ahead')}${button(`${at}/ahead-31`, 'Go 31 days ahead')}` +
      (portal.return_url ? `<p><a href="${text(portal.return_url)}">Go back</a>` : ''),
  );
}

const invoiceRow = ({ number, status, total, currency, created }: Invoice): [string, string] => [
  `${number} of ${day(created)}, ${status}`,
  money(total, currency),
];

function subscriptionPart(at: string, one: Subscription): string {
  const lines = one.items.data.map(
    ({ price, quantity, current_period_end: end }): [string, string] => [
      `${price.nickname ?? price.id}${quantity === undefined ? '' : ` × ${quantity}`}`,
      `until ${day(end)}`,
    ],
  );
  const over = one.status === 'canceled' || one.status === 'incomplete_expired';
  const end = one.cancel_at_period_end
    ? button(`${at}/keep/${one.id}`, 'Do not end it')
    : button(`${at}/end-later/${one.id}`, 'End with the period');
  const acts = over ? '' : `${end}${button(`${at}/end-now/${one.id}`, 'End now')}`;
  return `<h2>Subscription, ${text(one.status)}</h2>${rows(lines)}<p>${acts}`;
}

/** One invoice, as its link shows it. */
export function invoicePage(local: Local, id: string): string {
  const invoice = known<Invoice>(local, 'invoice', id);
  const { currency, status, total, number } = invoice;
  const lines = invoice.lines.data.map(({ description, quantity, amount }): [string, string] => [
    `${description} × ${quantity}`,
    money(amount, currency),
  ]);
  const all: [string, string][] = [...lines, ['Total', money(total, currency)]];
  return page(`Invoice ${number}`, `<p>${day(invoice.created)}, ${text(status)}</p>${rows(all)}`);
}
