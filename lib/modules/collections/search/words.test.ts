import { describe, expect, it } from 'vitest';
import { matchText } from './match';
import { snippetOf } from './snippet';
import { hasSlip, partsOf, slippedParts, wordsOf } from './words';

describe('the words of a search', () => {
  it('are each once, without case and marks, and at most eight', () => {
    expect(wordsOf('  Résumé resume\tKIM ')).toEqual(['resume', 'kim']);
    expect(wordsOf('a b c d e f g h i j')).toHaveLength(8);
  });

  it('become runs of three letters, short ones where a word begins', () => {
    expect(partsOf(['abcd', 'xy', 'z'])).toEqual(['abc', 'bcd', ' xy']);
    expect(partsOf(wordsOf('김'))).toHaveLength(1);
  });

  it('with a slip keep one of their halves', () => {
    expect(slippedParts(['short'])).toEqual([]);
    expect(slippedParts(['invoice', 'kim'])).toEqual([
      ['kim', ' in', 'inv'],
      ['kim', 'oic', 'ice'],
    ]);
  });

  it.each([
    ['invoice', 'invoices', true],
    ['invioce', 'invoice', true],
    ['invoce', 'invoice', true],
    ['invvoice', 'invoice', true],
    ['imvoice', 'invoice', true],
    ['nivoice', 'invoice', true],
    ['imvooce', 'invoice', false],
    ['kim', 'kin', false],
  ])('%s is %s but for one slip: %s', (word, text, expected) => {
    expect(hasSlip(word, text)).toBe(expected);
  });
});

describe('a snippet', () => {
  const shown = (text: string, query: string, lenient = false) =>
    snippetOf(text, matchText(text, wordsOf(query), lenient))
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join('');

  it.each([
    ['Kim Minseo', 'min', 'Kim [Min]seo'],
    ['Café Müller', 'cafe muller', '[Café] [Müller]'],
    ['서울특별시 강남구', '강남', '서울특별시 [강남]구'],
    ['서울특별시', '특벼', '서울[특별]시'],
    ['a 🙂 smile', 'smile', 'a 🙂 [smile]'],
    ['İstanbul ferry', 'ferry', 'İstanbul [ferry]'],
    ['tomato', 'to', '[to]mato'],
    ['100%_done', '%_d', '100[%_d]one'],
  ])('of %s shows %s', (text, query, expected) => {
    expect(shown(text, query)).toBe(expected);
  });

  it('of a long text starts shortly before the first hit', () => {
    const text = `${'lorem ipsum '.repeat(60)}needle ${'dolor sit '.repeat(60)}`;
    const snippet = shown(text, 'needle');
    expect(snippet).toMatch(/^….{0,60}\[needle\] dolor/);
    expect(snippet).toMatch(/…$/);
    expect(snippet.length).toBeLessThan(170);
  });

  it('marks a word with a slip whole', () => {
    expect(shown('Paid invoice', 'invioce', true)).toBe('Paid [invoice]');
  });
});
