import { describe, expect, it } from 'vitest';
import { chartFormats, seriesColor } from './chart-data';

describe('chartFormats', () => {
  it('is exact in the tooltip and short on the axis', () => {
    const formats = chartFormats({ label: 'Storage', unit: 'MB' }, 'en');
    expect(formats.exact(12_345.5)).toBe('12,345.5 MB');
    expect(formats.short(12_345)).toBe('12.3K');
    expect(formats.exact(null)).toBe('–');
  });

  it('takes currencies from the format', () => {
    const { exact } = chartFormats(
      { label: 'Revenue', format: { style: 'currency', currency: 'KRW' } },
      'ko',
    );
    expect(exact(49_000)).toBe('₩49,000');
  });
});

it('gives the first series the brand and repeats after six', () => {
  expect([0, 5, 6].map(seriesColor)).toEqual([
    'var(--chart-1)',
    'var(--chart-6)',
    'var(--chart-1)',
  ]);
});
