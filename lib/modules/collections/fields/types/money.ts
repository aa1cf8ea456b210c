import { accept } from '@/lib/fields/value';
import { digitsOf, isCurrency, outOfBounds, parseMoney, toMinor } from '../../values/money';
import type { FieldTypeRule, Side } from './field-type';
import { definedOf } from './options';

const currencyOf = ({ options }: Pick<Side, 'options'>) => options.currency ?? '';

export const money: FieldTypeRule = {
  name: 'Money',
  help: 'An exact amount in one currency',
  parse: (raw, side) => parseMoney(side, raw),
  check: (value, side) => outOfBounds(side, String(value)),
  same: String,
  show: (value, side) => `${value} ${currencyOf(side)}`,
  schema: (side) => ({
    type: 'string',
    format: 'decimal',
    description: `An amount in ${currencyOf(side)}, to the last digit.`,
  }),
  slot: { kind: 'integer', value: (value) => toMinor(String(value)), document: 'amount' },
  words: String,
  keepOptions: ({ min, max, message, currency = '' }) => ({
    ...definedOf({ min, max, message: message || undefined }),
    currency,
    decimals: digitsOf(currency),
  }),
  checkOptions({ min, max, currency }) {
    if (!currency) return { path: 'currency', message: 'Choose a currency.' };
    if (!isCurrency(currency)) {
      return { path: 'currency', message: `${currency} is no currency, such as EUR.` };
    }
    return min !== undefined && max !== undefined && min > max
      ? { path: 'max', message: 'The largest amount is below the smallest.' }
      : null;
  },
  rewrites: (from, to) => from.currency !== to.currency,
  convert(value, from, to) {
    if (to.type === 'number') return accept(Number(value));
    // The amount stays as it is: another currency is a correction, not an exchange.
    if (to.type !== 'money') return undefined;
    return currencyOf(from) === currencyOf(to) ? accept(value) : parseMoney(to, value);
  },
  cell: Number,
};
