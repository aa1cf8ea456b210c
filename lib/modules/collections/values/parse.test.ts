import { describe, expect, it } from 'vitest';
import type { FieldType, StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { parseField, parseValue } from './parse';
import { showValue } from './show';
import { slotValue } from './slots';
import { type NameIndex, nothingKnown } from './value';

const id = '019ab000-0000-7000-8000-000000000001';
const people: NameIndex = {
  ids: new Map([[id, 'Kim Min']]),
  names: new Map<string, string | null>([
    ['kim min', id],
    ['min@example.com', id],
    ['lee', null],
  ]),
};
const known = { ...nothingKnown, people, timeZone: 'Asia/Seoul' };
const options: StoredField['options'] = {
  choices: [
    { id: 'x1', name: 'Low', color: 'gray' },
    { id: 'x2', name: '높음', color: 'red' },
  ],
  min: -10,
  max: 1_000_000,
};
const read = (type: FieldType, raw: unknown) => {
  const parsed = parseValue({ type, options }, raw, known);
  return parsed.ok ? parsed.value : parsed.message;
};

describe('parseValue', () => {
  it('reads what is far too long in the time of what is short', () => {
    expect(read('number', `${'1'.repeat(1_000_000)}x`)).toBe('is not a number');
    expect(read('multi_select', ','.repeat(1_000_000))).toMatch(/is not one of the options/);
    expect(read('multi_select', 'low,'.repeat(201))).toBe('has more than 200 options');
    expect(read('multi_select', 'low,'.repeat(199))).toEqual(['x1']);
  });

  it.each<[FieldType, unknown, unknown]>([
    ['text', ' a\u0000b ', 'ab'],
    ['text', 12, '12'],
    ['text', '   ', null],
    ['text', 'a\nb', 'must stay on one line'],
    ['text', 'x'.repeat(1_001), 'is longer than 1,000 characters'],
    ['text', { a: 1 }, 'must be text'],
    ['text', '\u1112\u1161\u11ab', '한'],
    ['text', 'half \ud800 pair', 'half \ufffd pair'],
    ['long_text', 'a\nb', 'a\nb'],
    ['number', '1,234.5', 1234.5],
    ['number', '12,34', 'is not a number'],
    ['number', '1e3', 1000],
    ['number', '-0', 0],
    ['number', 'NaN', 'is not a number'],
    ['number', Number.POSITIVE_INFINITY, 'is too large a number'],
    ['number', '1e300', 'is too large a number'],
    ['number', -11, 'must be at least -10'],
    ['number', true, 'is not a number'],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2023-02-29', 'is a day that does not exist'],
    ['date', '2024. 3. 1.', '2024-03-01'],
    ['date', '2024년 3월 1일', '2024-03-01'],
    ['date', '2024-03-01T23:30:00Z', '2024-03-01'],
    ['date', 'Jun 12 1998', '1998-06-12'],
    ['date', '12 June 1998', '1998-06-12'],
    ['date', '25/12/2024', '2024-12-25'],
    ['date', '03/04/2024', 'could be two dates; write it as 2024-01-31'],
    ['date', 20240101, 'must be a date, such as 2024-01-31'],
    ['boolean', 'Yes', true],
    ['boolean', '아니요', false],
    ['boolean', 0, false],
    ['boolean', 2, 'must be yes or no'],
    ['select', 'LOW', 'x1'],
    ['select', 'x2', 'x2'],
    ['select', 'mid', 'is not one of the options: Low, 높음'],
    ['email', 'A@한국.com', 'A@한국.com'],
    ['email', 'a@b', 'is not an e-mail address, such as name@example.com'],
    ['email', 'a b@c.de', 'is not an e-mail address, such as name@example.com'],
    ['url', 'example.com', 'https://example.com'],
    ['url', 'ftp://example.com', 'is not a web address, such as https://example.com'],
    ['url', 'javascript:alert(1)', 'is not a web address, such as https://example.com'],
    ['multi_select', 'low, 높음', ['x1', 'x2']],
    ['multi_select', ['x2', 'Low', 'x2'], ['x1', 'x2']],
    ['multi_select', [], null],
    ['multi_select', 'low, mid', 'is not one of the options: Low, 높음'],
    ['datetime', '2024-01-31 14:05', '2024-01-31T05:05:00Z'],
    ['datetime', '2024-01-31T14:05:09Z', '2024-01-31T14:05:09Z'],
    ['datetime', '2024-01-31T14:05+0200', '2024-01-31T12:05:00Z'],
    ['datetime', '2024. 1. 31. 오후 2:05', '2024-01-31T05:05:00Z'],
    ['datetime', '31 Jan 2024, 12:30 am', '2024-01-30T15:30:00Z'],
    ['datetime', '2024-01-31', '2024-01-30T15:00:00Z'],
    ['datetime', '2024-01-31 25:00', 'is a time that does not exist'],
    ['datetime', 'soon', 'is not a date, such as 2024-01-31'],
    ['person', 'Kim Min', id],
    ['person', 'MIN@example.com', id],
    ['person', id.toUpperCase(), id],
    ['person', 'Lee', 'is the name of several members; use the e-mail address'],
    ['person', 'Nobody', 'is not a member'],
  ])('%s %j', (type, raw, expected) => {
    expect(read(type, raw)).toEqual(expected);
  });

  it.each<[string, unknown, unknown]>([
    ['EUR', '€ 1,234.5', '1234.50'],
    ['EUR', '-0.10 EUR', '-0.10'],
    ['EUR', '−3', '-3.00'],
    ['EUR', -0, '0.00'],
    ['EUR', '90071992547409.91', '90071992547409.91'],
    ['EUR', '90071992547409.92', 'is too large an amount'],
    ['EUR', 1e21, 'is not an amount in EUR'],
    ['EUR', '1.239', 'has over 2 decimals'],
    ['EUR', '1.2300', '1.23'],
    ['EUR', '$5', 'is not an amount in EUR'],
    ['EUR', '1,23', 'is not an amount'],
    ['EUR', '.', 'is not an amount'],
    ['KRW', '₩49,000', '49000'],
    ['KRW', 0.5, 'has decimals, and KRW has none'],
    ['KWD', '1.234', '1.234'],
    ['USD', '$5', '5.00'],
  ])('money in %s %j', (currency, raw, expected) => {
    const priced = {
      type: 'money' as const,
      options: ruleOf('money').keepOptions?.({ currency }) ?? {},
    };
    const parsed = parseValue(priced, raw, known);
    expect(parsed.ok ? parsed.value : parsed.message).toBe(expected);
    if (!parsed.ok) return;
    expect(parseValue(priced, parsed.value, known)).toEqual(parsed);
    expect(parseValue(priced, showValue(priced, parsed.value, known), known)).toEqual(parsed);
  });

  it('refuses emptiness only where a value is required', () => {
    const field = { type: 'text' as const, options: {}, required: true };
    expect(parseField(field, ' ', known)).toEqual({ ok: false, message: 'must not be empty' });
    expect(parseField({ ...field, required: false }, null, known)).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('slotValue', () => {
  it('sorts as people do: no case, options in their order, days as instants', () => {
    const slot = (type: FieldType, value: string | number | boolean) =>
      slotValue({ type, options }, value);
    expect(slot('text', 'ÄB')).toBe('äb');
    expect(slot('text', 'x'.repeat(300))).toHaveLength(200);
    expect(slot('select', 'x2')).toBe('001:x2');
    expect(slot('select', 'gone')).toBeNull();
    expect(slot('date', '2024-01-31')).toBe('2024-01-31T00:00:00Z');
    expect(slot('boolean', true)).toBe(1);
  });
});
