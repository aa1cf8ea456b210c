import type { StatusTone } from '@/components/ui/status';
import type { LimitName } from '@/lib/billing/limit-names';
import { meters } from '@/lib/billing/meters';
import type { Price } from '@/lib/billing/prices';
import type { Step, SubscriptionView } from '@/lib/billing/subscriptions/shapes';
import type { SubscriptionState } from '@/lib/billing/subscriptions/states';
import type { RateName } from '@/lib/billing/terms';
import { formatBytes, formatMoney, formatNumber } from '@/lib/format';
import type { Plain, Wording } from '@/lib/language/wording';

type Words = Wording<'plans'>;

export const limitTitles: Record<LimitName, Plain<'plans'>> = {
  members: 'Members',
  records: 'Records',
  storage: 'Storage for files',
  roles: 'Own roles',
  domains: 'Own domains',
  webhooks: 'Webhooks',
  tokens: 'API tokens',
};

export const rateTitles: Record<RateName, Plain<'plans'>> = {
  read: 'Reads a minute',
  write: 'Writes a minute',
  heavy: 'Exports and other heavy calls a minute',
};

export const tierTitles = {
  pooled: 'Shared tables',
  schema: 'Own schema',
  database: 'Own database',
} as const satisfies Record<string, Plain<'plans'>>;

export const stateWords: Record<SubscriptionState, { word: Plain<'plans'>; tone: StatusTone }> = {
  signing: { word: 'Being signed', tone: 'info' },
  signed: { word: 'Signed', tone: 'success' },
  suspended: { word: 'Suspended', tone: 'warning' },
  unsigned: { word: 'Ended', tone: 'neutral' },
};

/** How much of something, as people read it. */
export const countWords = (t: Words, name: LimitName, count: number): string =>
  name === 'storage' ? formatBytes(count, t.language) : formatNumber(count, t.language);

export const maxWords = (t: Words, name: LimitName, max: number | null): string =>
  max === null ? t('No limit') : countWords(t, name, max);

/** When what holds came to be in its state; a step that was planned since is no change of that. */
export const sinceOf = (held: SubscriptionView, history: readonly Step[]): Date =>
  history.find(
    ({ name, version, toState }) =>
      name === held.name && version === held.version && toState === held.state,
  )?.at ?? held.createdAt;

/** An amount in the smallest unit of its currency. */
export const moneyWords = (t: Words, amount: number, currency: string): string =>
  formatMoney(amount, currency, t.language);

/** What one price says. */
export function priceWords(t: Words, price: Price): string {
  const { interval } = price;
  const money = (amount: number) => moneyWords(t, amount, price.currency);
  switch (price.kind) {
    case 'flat':
      return t('{amount} {interval, select, year {a year} other {a month}}', {
        ...{ amount: money(price.amount), interval },
      });
    case 'seat':
      return t(
        '{amount} per member {interval, select, year {a year} other {a month}}{included, plural, =0 {} other {, # included}}',
        { amount: money(price.amount), interval, included: price.included },
      );
    case 'isolation':
      return t('{tier}: {amount} {interval, select, year {a year} other {a month}}', {
        ...{ tier: t(tierTitles[price.tier]), amount: money(price.amount), interval },
      });
    case 'metered':
      return t(
        '{meter}: {amount} for each {per}, {interval, select, year {each year} other {each month}}',
        {
          ...{ meter: t.said(meters[price.meter].title), amount: money(price.amount) },
          ...{ per: unitsOf(t, price.meter, price.per), interval },
        },
      );
    case 'tiered':
      return t(
        '{meter}: from {amount} each, in {count, plural, one {# step} other {# steps}}, {interval, select, year {each year} other {each month}}',
        {
          ...{ meter: t.said(meters[price.meter].title), count: price.steps.length, interval },
          amount: money(Math.min(...price.steps.map(({ amount }) => amount))),
        },
      );
  }
}

const unitsOf = (t: Words, meter: keyof typeof meters, per: number) =>
  `${formatNumber(per, t.language)} ${t.said(per === 1 ? meters[meter].unit : meters[meter].units)}`;
