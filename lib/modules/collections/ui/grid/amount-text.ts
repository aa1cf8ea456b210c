import type { Field } from '../../fields/shapes';

/**
 * What numbers of a field come to, as its reader writes it. Taken as text, so that amounts beyond what
 * a number holds stay exact.
 */
export function amountText({ type, options }: Field, amount: string, locale: string): string {
  const { currency } = options;
  const format = new Intl.NumberFormat(locale, {
    ...(type === 'money' && currency && { style: 'currency', currency }),
    ...(type === 'number' && { maximumFractionDigits: 2 }),
  });
  return format.format(amount as `${number}`);
}
