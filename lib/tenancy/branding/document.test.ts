import { describe, expect, it } from 'vitest';
import { readTokens, writeTokens } from './document';
import { publishBrand } from './publish';
import { BrandTokens } from './tokens';

const first = { color: '#17694f', name: 'Gangnam', signIn: { title: 'Hello', words: '' } };

describe('stored looks', () => {
  it('of the first version are read with what came later left empty', () => {
    expect(readTokens(first)).toMatchObject({
      ...first,
      mail: { senderName: '', replyTo: '', footer: '' },
      legal: { terms: '', privacy: '', imprint: '' },
    });
  });

  it('come back as they were written', () => {
    const tokens = BrandTokens.parse({
      ...first,
      mail: { senderName: 'Front desk', footer: 'One\r\nTwo' },
      legal: { imprint: ' https://Gangnam.example/imprint ' },
    });
    expect(tokens.mail.footer).toBe('One\nTwo');
    expect(tokens.legal.imprint).toBe('https://gangnam.example/imprint');
    expect(readTokens(writeTokens(tokens))).toEqual(tokens);
  });

  it.each(['가'.repeat(21), "o'".repeat(80), 'a b'.repeat(60), 'é'.repeat(100), '가'.repeat(42)])(
    'come back with a link that grows in its normal form: %s',
    (path) => {
      const typed = `https://example.com/${path}`;
      const read = BrandTokens.safeParse({ ...first, legal: { terms: typed } });
      if (!read.success) {
        expect(new URL(typed).href.length).toBeGreaterThan(390);
        return;
      }
      expect(readTokens(writeTokens(read.data))).toEqual(read.data);
      expect(publishBrand(read.data).brand.legal?.terms).toBe(read.data.legal.terms);
    },
  );

  it('of a later release are refused, not guessed at', () => {
    expect(() => readTokens({ ...first, v: 3 })).toThrow(/version 3/);
    expect(() => readTokens({ ...first, v: 'x' })).toThrow();
  });
});

describe('mail and legal tokens', () => {
  it.each([
    { mail: { senderName: 'Bank <security@bank.example>' } },
    { mail: { senderName: 'a\nBcc: b@c.example' } },
    { mail: { replyTo: 'nobody' } },
    { mail: { replyTo: 'a@b.example, c@d.example' } },
    { mail: { replyTo: 'a@b.example\nBcc: c@d.example' } },
    { mail: { footer: 'x'.repeat(301) } },
    { mail: { footer: 'a\u0000b' } },
    { legal: { terms: 'javascript:alert(1)' } },
    { legal: { terms: 'http://gangnam.example/' } },
    { legal: { privacy: 'https://bank.example@evil.example/' } },
    { legal: { privacy: '//gangnam.example' } },
    { legal: { imprint: 'data:text/html,x' } },
    { legal: { other: 'https://gangnam.example/' } },
  ])('refuse %j', (tokens) => {
    expect(BrandTokens.safeParse({ ...first, ...tokens }).success).toBe(false);
  });

  it('are published as far as pages show them', () => {
    const legal = { terms: 'https://gangnam.example/"><script>' };
    const { brand } = publishBrand({ ...first, legal, mail: { footer: 'Not on pages' } });
    expect(brand.legal).toEqual({ terms: 'https://gangnam.example/%22%3E%3Cscript%3E' });
    expect(JSON.stringify(brand)).not.toContain('Not on pages');
    expect(publishBrand(first).brand.legal).toBeUndefined();
  });
});
