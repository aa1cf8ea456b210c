import { accept, type Parsed, refuse } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';

interface Priced {
  options: Pick<StoredField['options'], 'currency' | 'decimals' | 'min' | 'max'>;
}

const amount = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;

/**
 * An exact amount of the field's currency, stored as its decimal text with all of the currency's
 * digits: `1234.50` in EUR, `49000` in KRW. Text may group thousands by commas and name the currency.
 */
export function parseMoney(field: Priced, raw: unknown): Parsed {
  if (typeof raw !== 'number' && typeof raw !== 'string') return refuse('is not an amount');
  const { currency = '', decimals = 0 } = field.options;
  const text = plainAmount(String(raw), currency);
  if (text === '') return accept(null);
  if (text === undefined) return refuse(`is not an amount in ${currency}`);
  const [, sign, whole = '', fraction = ''] = amount.exec(text) ?? [];
  if (sign === undefined || (!whole && !fraction)) return refuse('is not an amount');
  if (/[1-9]/.test(fraction.slice(decimals))) {
    return refuse(
      decimals === 0 ? `has decimals, and ${currency} has none` : `has over ${decimals} decimals`,
    );
  }
  const digits = whole.replaceAll(',', '') + fraction.slice(0, decimals).padEnd(decimals, '0');
  const minor = Number(digits) * (sign === '-' ? -1 : 1);
  if (!Number.isSafeInteger(minor)) return refuse('is too large an amount');
  return accept(fromMinor(minor, decimals));
}

/** Without the sign or code of its own currency and without spaces; undefined with another's. */
function plainAmount(raw: string, currency: string): string | undefined {
  const signs = /\p{Sc}|[A-Za-z]+/gu;
  const own = new Set([currency, ...signsOf(currency)]);
  for (const [sign] of raw.matchAll(signs)) {
    if (!own.has(sign) && !own.has(sign.toUpperCase())) return undefined;
  }
  return raw
    .replace(signs, '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^\u2212/, '-');
}

const known = new Map<string, string[]>();

function signsOf(currency: string): string[] {
  const found = known.get(currency);
  if (found || !currency) return found ?? [];
  const signs = (['narrowSymbol', 'symbol'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .filter(({ type }) => type === 'currency')
      .flatMap(({ value }) => value.match(/\p{Sc}|[A-Za-z]+/gu) ?? []),
  );
  known.set(currency, signs);
  return signs;
}

/** Which bound an amount passes, in its currency. */
export function outOfBounds({ options }: Priced, stored: string): string | undefined {
  const minor = toMinor(stored);
  const { min, max, decimals = 0, currency } = options;
  const scaled = (bound: number) => Math.round(bound * 10 ** decimals);
  const said = (bound: number) => `${fromMinor(scaled(bound), decimals)} ${currency}`;
  if (min !== undefined && minor < scaled(min)) return `must be at least ${said(min)}`;
  if (max !== undefined && minor > scaled(max)) return `must be at most ${said(max)}`;
  return undefined;
}

/** `-1050` with 2 decimals is `-10.50`. */
function fromMinor(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return minor < 0 ? `-${text}` : text;
}

/** `-10.50` is `-1050`: exact, as every stored amount is a safe integer of minor units. */
export const toMinor = (stored: string): number => Number(stored.replace('.', ''));

const codes = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => codes.has(code);

/** Digits after the point that a currency has: 2 for EUR, 0 for KRW. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;
