import { minorDigits } from './currencies';

/** How a reader sees times and numbers: their language and their IANA time zone. */
export interface Reader {
  locale: string;
  timeZone: string;
}

/** `21 Nov 2026` */
export const formatDay = (at: Date, { locale, timeZone }: Reader) =>
  new Intl.DateTimeFormat(regional(locale), { dateStyle: 'medium', timeZone }).format(at);

/** `21 Nov 2026, 14:05` */
export const formatTime = (at: Date, { locale, timeZone }: Reader) =>
  new Intl.DateTimeFormat(regional(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  }).format(at);

/** `21 Nov 2026, 14:05:09` */
export const formatSecond = (at: Date, { locale, timeZone }: Reader) =>
  new Intl.DateTimeFormat(regional(locale), {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone,
  }).format(at);

/** An amount in the smallest unit of its currency, such as cents: `€49.00` */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const major = amount / 10 ** digits;
  return new Intl.NumberFormat(regional(locale), {
    ...{ style: 'currency', currency },
    // A currency of whole numbers alone shows hundredths where there are any.
    ...(!Number.isInteger(major) && {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
  }).format(major);
}

export const formatNumber = (value: number, locale: string) =>
  new Intl.NumberFormat(regional(locale)).format(value);

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Decimal units, as disks and bills count: 1 kB is 1,000 bytes. */
export function formatBytes(bytes: number, locale: string): string {
  const size = Math.abs(bytes);
  const power = size < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(size) / 3));
  return new Intl.NumberFormat(regional(locale), {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

// Day before month: what readers of English outside one country expect. The clock has 24 hours in
// every language, also because browsers and servers differ in how they write the halves of a day.
export const regional = (locale: string) => (locale === 'en' ? 'en-GB' : locale);
