import { type LimitName, limitNames } from '@/lib/billing/limit-names';
import type { Price } from '@/lib/billing/prices';
import { type Limit, type PlanTerms, type RateName, rateNames } from '@/lib/billing/terms';

/** What is typed of a plan, before it is understood. */
export interface TypedPrice {
  key: string;
  kind: Price['kind'];
  currency: string;
  interval: Price['interval'];
  amount: string;
  included: string;
  per: string;
  meter: string;
  tier: string;
  /** One step a line. */
  steps: string;
}

export interface Draft
  extends Omit<
    PlanTerms,
    'limits' | 'prices' | 'rates' | 'queueWeight' | 'statementSeconds' | 'trialDays'
  > {
  limits: Record<LimitName, { max: string; kind: Limit['kind']; warnPercent: string }>;
  rates: Record<RateName, string>;
  queueWeight: string;
  statementSeconds: string;
  trialDays: string;
  prices: TypedPrice[];
}

export function draftOf({
  limits,
  rates,
  queueWeight,
  statementSeconds,
  trialDays,
  prices,
  ...terms
}: PlanTerms): Draft {
  return {
    ...terms,
    limits: Object.fromEntries(
      limitNames.map((name) => {
        const { max, kind = 'hard', warnPercent = 80 } = limits[name] ?? {};
        return [
          name,
          { kind, max: max === undefined ? '' : String(max), warnPercent: String(warnPercent) },
        ];
      }),
    ) as Draft['limits'],
    rates: Object.fromEntries(
      rateNames.map((name) => [name, rates[name] === undefined ? '' : String(rates[name])]),
    ) as Draft['rates'],
    queueWeight: String(queueWeight),
    statementSeconds: String(statementSeconds),
    trialDays: String(trialDays),
    prices: prices.map((price) => ({
      ...newPrice(),
      ...{ kind: price.kind, currency: price.currency, interval: price.interval },
      ...('amount' in price && { amount: String(price.amount) }),
      ...('included' in price && { included: String(price.included) }),
      ...('per' in price && { per: String(price.per) }),
      ...('meter' in price && { meter: price.meter }),
      ...('tier' in price && { tier: price.tier }),
      ...('steps' in price && {
        steps: price.steps.map(({ upTo, amount }) => `${upTo ?? '*'} ${amount}`).join('\n'),
      }),
    })),
  };
}

let made = 0;

export const newPrice = (): TypedPrice => ({
  key: `price-${++made}`,
  ...{ kind: 'flat', currency: 'EUR', interval: 'month', amount: '', included: '0', per: '1000' },
  ...{ meter: 'requests', tier: 'database', steps: '1000 2\n* 1' },
});

/** What the server reads; what is no number is left for it to refuse by name. */
export function termsOf({
  limits,
  rates,
  queueWeight,
  statementSeconds,
  trialDays,
  prices,
  ...terms
}: Draft): PlanTerms {
  const limited = limitNames.flatMap((name) => {
    const { max, kind, warnPercent } = limits[name];
    if (max.trim() === '') return [];
    return [[name, { max: numberOf(max), kind, warnPercent: numberOf(warnPercent) }]];
  });
  return {
    ...terms,
    limits: Object.fromEntries(limited),
    rates: Object.fromEntries(
      rateNames
        .filter((name) => rates[name].trim() !== '')
        .map((name) => [name, numberOf(rates[name])]),
    ),
    queueWeight: numberOf(queueWeight),
    statementSeconds: numberOf(statementSeconds),
    // What is not shown is not kept.
    trialDays: terms.signing === 'payment' ? numberOf(trialDays) : 0,
    prices: prices.map(priceOf),
  };
}

function priceOf({ kind, currency, interval, ...typed }: TypedPrice): Price {
  const base = { kind, currency: currency.trim().toUpperCase(), interval };
  const amount = numberOf(typed.amount);
  const { meter, tier } = typed;
  switch (kind) {
    case 'flat':
      return { ...base, amount } as Price;
    case 'seat':
      return { ...base, amount, included: numberOf(typed.included) } as Price;
    case 'metered':
      return { ...base, amount, meter, per: numberOf(typed.per) } as Price;
    case 'isolation':
      return { ...base, amount, tier } as Price;
    case 'tiered':
      return { ...base, meter, steps: stepsOf(typed.steps) } as Price;
  }
}

const stepsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first)
    .map(([upTo = '', amount = '']) => ({
      upTo: upTo === '*' ? null : numberOf(upTo),
      amount: numberOf(amount),
    }));

const numberOf = (text: string): number =>
  text.trim() === '' || !Number.isFinite(Number(text)) ? (text as never) : Number(text);
