import { describe, expect, it } from 'vitest';
import { encodeValues } from './value';

const encode = (...values: unknown[]) => encodeValues({ text: 'select', values });

describe('encodeValues', () => {
  it('writes values as Postgres reads them', () => {
    const bytes = new Uint8Array([0, 255]);
    expect(encode(null, 'a', 1.5, 10n, true, false)).toEqual(
      ['null', 'a', '1.5', '10', 'true', 'false'].map((v, i) => (i === 0 ? null : v)),
    );
    expect(encode(new Date(0))).toEqual(['1970-01-01T00:00:00.000Z']);
    expect(encode({ a: [1] })).toEqual(['{"a":[1]}']);
    expect(encode(bytes)).toEqual([Buffer.from([0, 255])]);
  });

  it('writes arrays with quotes, nulls and nesting', () => {
    expect(encode([1, null, 'a"b\\c', [true]])).toEqual(['{"1",NULL,"a\\"b\\\\c",{"true"}}']);
    expect(encode([Buffer.from([1, 2])])).toEqual(['{"\\\\x0102"}']);
    expect(encode([])).toEqual(['{}']);
  });

  it.each([[undefined], [() => 1], [Symbol('x')], ['a\0'], [new Date(Number.NaN)], [[undefined]]])(
    'refuses %s',
    (value) => {
      expect(() => encode('fine', value)).toThrow('parameter $2 cannot be sent');
    },
  );

  it('refuses what one statement cannot carry', () => {
    expect(() => encode(...new Array(65_536).fill(1))).toThrow('too many parameters');
    expect(() => encodeValues({ text: 'select \0', values: [] })).toThrow('zero byte');
  });

  it('never repeats the value', () => {
    const circular: Record<string, unknown> = { secret: 'x' };
    circular.self = circular;
    expect(() => encode(circular)).toThrow(
      /^Refused before sending: parameter \$1 cannot be sent\.$/,
    );
  });
});
