import type { Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import type { Summary } from '../fields/summaries';
import { showValue } from './show';
import { nothingKnown } from './value';

/** Digits that an average of numbers is given with at most. */
const averageDigits = 6;

/**
 * The figure that values of a field come to, as a person reads it; nothing where there are none. Amounts
 * are exact but for an average, which is rounded to the digits of its currency.
 */
export function summed(
  summary: Exclude<Summary, 'each' | 'count'>,
  field: Pick<StoredField, 'type' | 'options'>,
  held: readonly Value[],
): string | null {
  const values = held.filter((value) => value !== null).map(String);
  if (values.length === 0) return null;
  // Amounts keep the digits of their currency.
  const shown = (value: string) =>
    showValue(field, field.type === 'number' ? trimmed(value) : value, nothingKnown);
  if (field.type === 'date') {
    const days = values.sort();
    return shown((summary === 'largest' ? days.at(-1) : days[0]) ?? '');
  }
  const digits = Math.max(...values.map(digitsOf));
  const scaled = values.map((value) => toScaled(value, digits));
  if (summary === 'sum')
    return shown(
      fromScaled(
        scaled.reduce((a, b) => a + b),
        digits,
      ),
    );
  if (summary === 'average') {
    const { decimals = averageDigits } = field.type === 'money' ? field.options : {};
    const sum = scaled.reduce((a, b) => a + b) * 10n ** BigInt(decimals);
    const average = halfUp(sum, BigInt(scaled.length) * 10n ** BigInt(digits));
    return shown(fromScaled(average, decimals));
  }
  const least = scaled.reduce((a, b) => ((summary === 'smallest') === a < b ? a : b));
  return shown(fromScaled(least, digits));
}

/** A number as it is written without an exponent. */
const plain = (value: string) =>
  value.includes('e')
    ? Number(value).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : value;

const digitsOf = (value: string) => plain(value).split('.')[1]?.length ?? 0;

const toScaled = (value: string, digits: number): bigint => {
  const [whole = '0', fraction = ''] = plain(value).split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
};

function fromScaled(scaled: bigint, digits: number): string {
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const cut = text.length - digits;
  const sign = scaled < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, cut)}.${text.slice(cut)}`;
}

function halfUp(value: bigint, by: bigint): bigint {
  const twice = 2n * (value < 0n ? -value : value) + by;
  const rounded = twice / (2n * by);
  return value < 0n ? -rounded : rounded;
}

const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
