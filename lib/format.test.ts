import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDay,
  formatMoney,
  formatNumber,
  formatSecond,
  formatTime,
} from './format';

const at = new Date('2026-11-21T15:05:09Z');

describe('times', () => {
  it('stand in the reader’s zone and language', () => {
    expect(formatDay(at, { locale: 'en', timeZone: 'UTC' })).toBe('21 Nov 2026');
    expect(formatTime(at, { locale: 'en', timeZone: 'Asia/Seoul' })).toBe('22 Nov 2026, 00:05');
    expect(formatSecond(at, { locale: 'en', timeZone: 'UTC' })).toBe('21 Nov 2026, 15:05:09');
    expect(formatDay(at, { locale: 'ko', timeZone: 'UTC' })).toBe('2026. 11. 21.');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1_234_567, '1.2 MB'],
    [5e12, '5 TB'],
    [5e15, '5,000 TB'],
    [-1_234_567, '-1.2 MB'],
  ])('%d bytes', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });

  it('are grouped', () => {
    expect(formatNumber(12345, 'en')).toBe('12,345');
  });
});

describe('money', () => {
  it.each([
    [490_000, 'eur', '€4,900.00'],
    [69_000, 'krw', '₩69,000'],
    [5_000, 'BHD', 'BHD\u00a05.000'],
    // Browsers count these in whole numbers, Stripe in hundredths.
    [990_000, 'HUF', 'HUF\u00a09,900'],
    [500, 'ISK', 'ISK\u00a05'],
    [1_200_000, 'UGX', 'UGX\u00a012,000'],
    [15_000_050, 'IDR', 'IDR\u00a0150,000.50'],
    // And these the other way round.
    [500, 'MGA', 'MGA\u00a0500'],
  ])('%d of %s is %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency, 'en')).toBe(text);
  });
});
