import { amountOf, type Price, type Quantities } from './prices';

/** What one price comes to. */
export interface InvoiceLine {
  price: Price;
  amount: bigint;
}

export interface InvoicePart {
  currency: string;
  total: bigint;
  lines: InvoiceLine[];
}

/**
 * What prices of one interval come to for what was used in it, by currency: the same for an invoice and
 * for an estimate of the next one.
 */
export function invoiceOf(
  prices: readonly Price[],
  interval: Price['interval'],
  quantities: Quantities,
): InvoicePart[] {
  const parts = new Map<string, InvoicePart>();
  for (const price of prices.filter((one) => one.interval === interval)) {
    const { currency } = price;
    const part = parts.get(currency) ?? { currency, total: 0n, lines: [] };
    const amount = amountOf(price, quantities);
    part.lines.push({ price, amount });
    part.total += amount;
    parts.set(currency, part);
  }
  return [...parts.values()];
}
