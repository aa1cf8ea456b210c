import { settledDigits } from './limits';

/** An exact decimal: so many of the smallest digit, of which `scale` stand behind the point. */
interface Decimal {
  units: bigint;
  scale: number;
}

/** A number with the 15 digits that the database gives of one, 30 of them behind the point at most. */
export function settle(value: number): number {
  const shown = Number(fifteenOf(value));
  // Adding nothing makes a negative nothing a plain one.
  return Math.abs(shown) < 1e-10 ? Number(shown.toFixed(settledDigits)) + 0 : shown;
}

/** Rounded half away from 0 to so many digits behind the point. */
export function roundTo(value: number, digits: number): number {
  const { units, scale } = decimalOf(value);
  if (scale <= digits) return Number(plain({ units, scale }));
  const by = 10n ** BigInt(scale - digits);
  const size = units < 0n ? -units : units;
  const rounded = (2n * size + by) / (2n * by);
  return Number(plain({ units: units < 0n ? -rounded : rounded, scale: digits }));
}

/** What is left of a division, with the sign of the divisor, which is not 0. */
export function modulo(value: number, divisor: number): number {
  const [one, other] = [decimalOf(value), decimalOf(divisor)];
  const scale = Math.max(one.scale, other.scale);
  const [a, b] = [one, other].map(
    ({ units, scale: own }) => units * 10n ** BigInt(scale - own),
  ) as [bigint, bigint];
  return Number(plain({ units: ((a % b) + b) % b, scale }));
}

/** Its digits without an exponent, and none that say nothing. */
export const textOf = (value: number): string => plain(decimalOf(settle(value)));

/** The same of a number with 15 digits. */
function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = fifteenOf(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

/** Fifteen digits of a number. Of two that are as near, the even one, as the database has it. */
function fifteenOf(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(40).split('e');
  const digits = mantissa.replace(/[-.]/g, '');
  const isBetween = /^50*$/.test(digits.slice(15));
  if (!isBetween || Number(digits[14]) % 2 === 1) return value.toPrecision(15);
  return `${value < 0 ? '-' : ''}${digits[0]}.${digits.slice(1, 15)}e${exponent}`;
}

function plain({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const fraction = digits.slice(cut).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction && `.${fraction}`}`;
}
