import type { UserPlanTerms } from '@/lib/billing/user-plans/terms';
import { regional } from '@/lib/format';

/** What is typed of a price, before it is understood. */
export interface TypedPrice {
  key: string;
  currency: string;
  interval: 'month' | 'year';
  amount: string;
}

export interface Draft extends Omit<UserPlanTerms, 'prices' | 'includes'> {
  /** One line each. */
  includes: string;
  prices: TypedPrice[];
}

let made = 0;

export const newPrice = (): TypedPrice => ({
  ...{ key: `price-${++made}`, currency: 'EUR', interval: 'month', amount: '' },
});

export const draftOf = ({ prices, includes, ...terms }: UserPlanTerms): Draft => ({
  ...terms,
  includes: includes.join('\n'),
  prices: prices.map(({ currency, interval, amount }) => ({
    ...newPrice(),
    ...{ currency, interval, amount: String(amount / 10 ** digitsOf(currency)) },
  })),
});

/** What the server reads; what is no number is left for it to refuse by name. */
export const termsOf = ({ prices, includes, ...terms }: Draft): UserPlanTerms => ({
  ...terms,
  includes: includes
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  prices: prices.map(({ currency: typed, interval, amount }) => {
    const currency = typed.trim().toUpperCase();
    return { kind: 'flat', currency, interval, amount: smallest(amount, currency) };
  }),
});

/** An amount as people write it, in the smallest unit of its currency. */
function smallest(text: string, currency: string): number {
  const typed = text.trim().replace(',', '.');
  const amount = Number(typed);
  if (typed === '' || !Number.isFinite(amount)) return text as never;
  // Rounded past what counting in twos adds; a part of a cent is left to be refused.
  return Number((amount * 10 ** digitsOf(currency)).toFixed(6));
}

function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat(regional('en'), { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
