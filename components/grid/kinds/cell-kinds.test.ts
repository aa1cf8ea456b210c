import { describe, expect, it } from 'vitest';
import { uiWords } from '@/components/ui/words-table';
import type { GridColumn } from '../types';
import { cellKinds, kindOf } from './cell-kinds';

const column = (kind: string): GridColumn => ({
  id: 'c',
  title: 'C',
  kind,
  options: [
    { value: 'a', label: 'Alpha' },
    { value: 'b', label: '나' },
  ],
});
const read = (kind: keyof typeof cellKinds, text: string) =>
  cellKinds[kind].parse(text, column(kind), uiWords.en);

describe('cell kinds', () => {
  it.each([
    ['text', ' 김 ', '김'],
    ['text', '  ', null],
    ['number', '1,234.5', 1234.5],
    ['number', '₩ 49,000', 49000],
    ['number', '-3', -3],
    ['number', '', null],
    ['date', '2026. 3. 1.', '2026-03-01'],
    ['date', '2024/2/29', '2024-02-29'],
    ['boolean', '예', true],
    ['boolean', 'FALSE', false],
    ['select', 'alpha', 'a'],
    ['select', 'b', 'b'],
    ['multi-select', 'Alpha, 나', ['a', 'b']],
    ['email', ' a@b.kr ', 'a@b.kr'],
    ['url', 'example.com/x', 'https://example.com/x'],
  ] as const)('%s reads %j', (kind, text, value) => {
    expect(read(kind, text)).toEqual({ value });
  });

  it.each([
    ['number', 'twelve'],
    ['number', '1e'],
    ['date', '2026-02-30'],
    ['date', 'soon'],
    ['boolean', 'maybe'],
    ['select', 'gamma'],
    ['multi-select', 'Alpha, gamma'],
    ['email', 'a@b'],
    ['url', 'javascript:alert(1)'],
  ] as const)('%s refuses %j with words', (kind, text) => {
    expect(read(kind, text)).toEqual({ error: expect.stringMatching(/\.$/) });
  });

  it('copies what it can paste', () => {
    expect(cellKinds.select.toText('a', column('select'))).toBe('Alpha');
    expect(cellKinds['multi-select'].toText(['a', 'b'], column('x'))).toBe('Alpha, 나');
    expect(cellKinds.boolean.toText(true, column('boolean'))).toBe('true');
  });

  it('shows a kind it does not know and does not edit it', () => {
    expect(kindOf(cellKinds, 'file').parse('x', column('file'), uiWords.ko)).toHaveProperty(
      'error',
    );
  });
});
