import { randomBytes } from 'node:crypto';
import generated from './requests.generated.json';

/** Anything that Stripe keeps under an id. Times are seconds since 1970. */
export interface Thing {
  id: string;
  object: string;
  created: number;
  [field: string]: unknown;
}

export interface Customer extends Thing {
  email: string | null;
  name: string | null;
  test_clock: string | null;
  metadata: Record<string, string>;
  invoice_settings: { default_payment_method: string | null };
}

export interface Product extends Thing {
  name: string;
  active: boolean;
}

export interface Tier {
  up_to: number | null;
  unit_amount: number | null;
  flat_amount: number | null;
}

export interface Price extends Thing {
  active: boolean;
  currency: string;
  product: string;
  nickname: string | null;
  lookup_key: string | null;
  billing_scheme: 'per_unit' | 'tiered';
  tiers_mode: 'graduated' | 'volume' | null;
  tiers?: Tier[];
  unit_amount: number | null;
  transform_quantity: { divide_by: number; round: 'up' | 'down' } | null;
  recurring: {
    interval: 'day' | 'week' | 'month' | 'year';
    interval_count: number;
    usage_type: 'licensed' | 'metered';
    meter: string | null;
  } | null;
}

export interface Item extends Thing {
  price: Price;
  quantity?: number;
  subscription: string;
  current_period_start: number;
  current_period_end: number;
}

export interface Subscription extends Thing {
  customer: string;
  currency: string;
  status:
    | 'incomplete'
    | 'incomplete_expired'
    | 'trialing'
    | 'active'
    | 'past_due'
    | 'unpaid'
    | 'canceled';
  items: { object: 'list'; data: Item[]; has_more: boolean; url: string };
  metadata: Record<string, string>;
  billing_cycle_anchor: number;
  cancel_at_period_end: boolean;
  cancel_at: number | null;
  canceled_at: number | null;
  ended_at: number | null;
  trial_start: number | null;
  trial_end: number | null;
  latest_invoice: string | null;
  default_payment_method: string | null;
  pause_collection: { behavior: string; resumes_at: number | null } | null;
}

export interface Line extends Thing {
  amount: number;
  description: string | null;
  quantity: number | null;
  period: { start: number; end: number };
}

export interface Invoice extends Thing {
  customer: string;
  currency: string;
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  amount_due: number;
  amount_paid: number;
  amount_remaining: number;
  number: string | null;
  ending_balance: number | null;
  total: number;
  attempt_count: number;
  attempted: boolean;
  next_payment_attempt: number | null;
  parent: {
    type: string;
    subscription_details: { subscription: string; metadata: Record<string, string> };
  } | null;
  lines: { object: 'list'; data: Line[]; has_more: boolean; url: string };
  status_transitions: Record<string, number | null>;
}

export interface Session extends Thing {
  customer: string | null;
  subscription: string | null;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid' | 'no_payment_required';
  success_url: string | null;
  cancel_url: string | null;
  expires_at: number;
  url: string | null;
  metadata: Record<string, string>;
}

type ObjectName = keyof typeof generated.objects;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const newId = (prefix: string): string =>
  `${prefix}_${Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('')}`;

/** An object with every field of its kind: what is not given and may be null is null. */
export function made<T extends Thing>(object: ObjectName, fields: Partial<T> & { id: string }): T {
  const { nullable } = generated.objects[object];
  const blank = Object.fromEntries(nullable.map((name) => [name, null]));
  return { ...blank, object, livemode: false, ...fields } as unknown as T;
}

export const listOf = <T>(url: string, data: T[], hasMore = false) => ({
  ...{ object: 'list' as const, url, has_more: hasMore, data },
});
