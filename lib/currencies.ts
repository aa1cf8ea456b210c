const sets = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// As Stripe counts, which is not always as ISO 4217 and browsers do: docs.stripe.com/currencies.
const wholes = sets('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF');
const thousandths = sets('BHD JOD KWD OMR TND');
const hundredths = sets(
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF ' +
    'CHF CNY COP CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF ' +
    'IDR ILS INR ISK JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK ' +
    'MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK SGD ' +
    'SHP SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH UGX USD UYU UZS WST XCD YER ZAR ZMW',
);

/** Whether Stripe takes payments in a currency, by its code in capitals. */
export const isPayable = (currency: string): boolean =>
  hundredths.has(currency) || wholes.has(currency) || thousandths.has(currency);

/** How many digits of an amount in the smallest unit stand behind the point, whatever its case. */
export function minorDigits(currency: string): number {
  const code = currency.toUpperCase();
  if (wholes.has(code)) return 0;
  return thousandths.has(code) ? 3 : 2;
}
