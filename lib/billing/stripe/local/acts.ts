import { advance, payNow } from './advance';
import type { Portal } from './beside';
import { complete, pay } from './checkout';
import { missing } from './fault';
import { failingCard, workingCard } from './invoices';
import { known, type Local } from './local';
import type { Invoice, Session, Subscription } from './objects';
import { homePage, invoicePage, payPage, portalPage, refusedPage } from './pages';
import { cancelSubscription } from './subscriptions';
import { updateSubscription } from './updates';

/** A page to show, or where to go. */
export type Shown = { html: string } | { to: string };

/** What a browser sees of this Stripe; undefined where there is no such page. */
export function show(local: Local, path: string): Shown | undefined {
  const [, kind, id = ''] = path.split('/');
  if (kind === '') return { html: homePage(local) };
  if (kind === 'pay') return { html: payPage(local, id) };
  if (kind === 'portal') return { html: portalPage(local, id) };
  if (kind === 'invoices') return { html: invoicePage(local, id) };
  return undefined;
}

/** What a button of those pages does. */
export function act(local: Local, path: string): Shown | undefined {
  const [, kind, id = '', what = '', about = ''] = path.split('/');
  if (kind === 'pay') return local.store.change(() => actOnPay(local, id, what));
  if (kind !== 'portal') return undefined;
  const { customer } = known<Portal>(local, 'billing_portal.session', id);
  local.store.change(() => actOnPortal(local, { customer, what, about }));
  if (what.startsWith('ahead-')) advance(local);
  return { to: `/portal/${id}` };
}

function actOnPay(local: Local, id: string, what: string): Shown {
  const session = known<Session>(local, 'checkout.session', id);
  if (what === 'back') return { to: session.cancel_url ?? session.success_url ?? '/' };
  if (what === 'refused') return { html: refusedPage(id) };
  const { success_url: url } = complete(local, id, { fails: what === 'fails' });
  return { to: (url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', id) };
}

interface Act {
  customer: string;
  what: string;
  about: string;
}

function actOnPortal(local: Local, { customer, what, about }: Act): void {
  if (what === 'card-works') pay(local, customer, workingCard);
  else if (what === 'card-fails') pay(local, customer, failingCard);
  else if (what === 'pay') payAll(local, customer);
  else if (what.startsWith('ahead-')) goAhead(local, customer, Number(what.slice(6)));
  else turn(local, { customer, what, about });
}

function turn(local: Local, { customer, what, about }: Act): void {
  const { customer: own } = known<Subscription>(local, 'subscription', about);
  if (own !== customer) throw missing('subscription', about);
  if (what === 'end-now') cancelSubscription(local, about);
  else updateSubscription(local, { cancel_at_period_end: what === 'end-later' }, about);
}

function payAll(local: Local, customer: string): void {
  for (const { id, status, customer: payer } of local.store.all<Invoice>('invoice')) {
    if (payer === customer && status === 'open') payNow(local, id);
  }
}

function goAhead({ store }: Local, customer: string, days: number): void {
  const before = Number(store.find('ahead', customer)?.seconds ?? 0);
  const seconds = before + Math.min(400, Math.max(1, days || 1)) * 86_400;
  store.put({ id: customer, object: 'ahead', created: 0, seconds });
}
