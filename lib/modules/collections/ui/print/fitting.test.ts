import { describe, expect, it } from 'vitest';
import { fitting } from './fitting';

const columns = (...widths: number[]) => widths.map((width) => ({ width }));

describe('columns on paper', () => {
  it('takes as many as stand side by side on a sheet', () => {
    const { shown, left } = fitting(columns(...Array.from({ length: 12 }, () => 120)));
    expect([shown.length, left.length]).toEqual([8, 4]);
  });

  it('lets wide columns wrap, and takes one whatever it asks for', () => {
    expect(fitting(columns(900, 900, 900)).left).toEqual([]);
    expect(fitting(columns(900)).shown).toHaveLength(1);
    expect(fitting([])).toEqual({ shown: [], left: [] });
  });
});
