import { createHmac } from 'node:crypto';
import { missing } from './fault';
import { type Customer, newId, type Thing } from './objects';
import type { Store } from './store';

/** What goes wrong on purpose; each count goes down as it happens. */
export interface Faults {
  /** Requests that are never answered and do nothing. */
  hang: number;
  /** Requests that are carried out and whose answer is lost. */
  loseAnswer: number;
  /** How often each event is sent again once it was taken. */
  repeatEvents: number;
  /** Events wait for some more and then go in any order. */
  reorderEvents: boolean;
  /** Nothing is sent at all meanwhile. */
  holdEvents: boolean;
}

export const noFaults = (): Faults => ({
  ...{ hang: 0, loseAnswer: 0, repeatEvents: 0, reorderEvents: false, holdEvents: false },
});

export interface Clock extends Thing {
  frozen_time: number;
}

/** An event on its way to one endpoint. */
export interface Delivery extends Thing {
  event: string;
  endpoint: string;
  tries: number;
  /** Milliseconds since 1970. */
  nextAt: number;
}

export interface Endpoint extends Thing {
  url: string;
  secret: string;
  enabled_events: string[];
  status: 'enabled' | 'disabled';
}

export interface Local {
  store: Store;
  faults: Faults;
  /** Where browsers find the pages of this Stripe. */
  url: string;
}

const realNow = () => Math.floor(Date.now() / 1000);

/** The time of a customer: of its test clock, or real time and what its page was put ahead by. */
export function nowFor({ store }: Local, customerId?: string | null): number {
  if (!customerId) return realNow();
  const customer = store.find<Customer>('customer', customerId);
  const clock = customer?.test_clock
    ? store.find<Clock>('test_helpers.test_clock', customer.test_clock)
    : undefined;
  if (clock) return clock.frozen_time;
  const ahead = store.find('ahead', customerId)?.seconds;
  return realNow() + (typeof ahead === 'number' ? ahead : 0);
}

/** Notes that something happened, for every endpoint that wants to hear of it. */
export function tell({ store }: Local, type: string, object: Thing, at: number): void {
  const endpoints = store
    .all<Endpoint>('webhook_endpoint')
    .filter(
      ({ status, enabled_events: wanted }) =>
        status === 'enabled' && (wanted.includes('*') || wanted.includes(type)),
    );
  const event = {
    ...{ id: newId('evt'), object: 'event', api_version: apiVersion, created: at },
    ...{ data: { object: structuredClone(object) }, livemode: false },
    ...{ pending_webhooks: endpoints.length, request: { id: null, idempotency_key: null }, type },
  };
  store.put(event);
  for (const { id } of endpoints) {
    const delivery: Delivery = {
      ...{ id: newId('del'), object: 'delivery', created: at },
      ...{ event: event.id, endpoint: id, tries: 0, nextAt: Date.now() },
    };
    store.put(delivery);
  }
}

export const apiVersion = '2026-10-28.endive';

/** The header by which Stripe signs what it sends; `at` in seconds since 1970. */
export function signatureOf(payload: string, secret: string, at: number): string {
  const signature = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  return `t=${at},v1=${signature}`;
}

/** Throws the fault of Stripe for an id that it does not know. */
export function known<T extends Thing>(
  { store }: Local,
  kind: string,
  id: string,
  param?: string,
): T {
  const found = store.find<T>(kind, id);
  if (!found) throw missing(kind.split('.').at(-1) ?? kind, id, param);
  return structuredClone(found);
}

/** Throws the fault of Stripe for a customer who is not there, or no longer. */
export function present(local: Local, id: string, param?: string): Customer {
  const customer = known<Customer>(local, 'customer', id, param);
  if (customer.deleted) throw missing('customer', id, param);
  return customer;
}
