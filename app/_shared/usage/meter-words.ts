import type { ChartScale } from '@/components/charts/chart-data';
import { type MeterName, meters } from '@/lib/billing/meters';
import { formatBytes, formatNumber, regional } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';

type Words = Wording<'plans'>;

/** What is counted in bytes for as long as they lie there. */
const lasting: ReadonlySet<MeterName> = new Set(['storage', 'backups']);
const timed: ReadonlySet<MeterName> = new Set(['computing', 'database']);

const sizes = [
  { unit: 'TB·h', of: 1e12 },
  { unit: 'GB·h', of: 1e9 },
  { unit: 'MB·h', of: 1e6 },
  { unit: 'kB·h', of: 1e3 },
  { unit: 'B·h', of: 1 },
];
const times = [
  { unit: 'h', of: 3_600_000 },
  { unit: 'min', of: 60_000 },
  { unit: 's', of: 1_000 },
  { unit: 'ms', of: 1 },
];

/** So much of a meter, as people read it. */
export function amountWords(t: Words, meter: MeterName, quantity: number): string {
  if (lasting.has(meter)) return `${formatBytes(quantity, t.language)}·h`;
  if (meter === 'seats') {
    return t('{count, plural, one {# seat-hour} other {# seat-hours}}', { count: quantity });
  }
  if (!timed.has(meter)) return formatNumber(quantity, t.language);
  const { unit, of } = unitFor(times, quantity);
  const format = new Intl.NumberFormat(regional(t.language), { maximumFractionDigits: 1 });
  return `${format.format(quantity / of)} ${unit}`;
}

/** In which unit a chart shows a meter of which there is so much at most. */
export function scaleFor(t: Words, meter: MeterName, most: number): ChartScale & { of: number } {
  const label = t.said(meters[meter].title);
  if (!lasting.has(meter) && !timed.has(meter)) return { label, of: 1 };
  const { unit, of } = unitFor(lasting.has(meter) ? sizes : times, most);
  return { label, unit, of, format: { maximumFractionDigits: 1 } };
}

const unitFor = (units: readonly { unit: string; of: number }[], quantity: number) =>
  units.find(({ of }) => Math.abs(quantity) >= of) ?? { unit: units.at(-1)?.unit ?? '', of: 1 };
