import { expect, it } from 'vitest';
import { Email, emailKey } from './email';

const read = (typed: string) => Email.safeParse(typed).data ?? null;

it('takes addresses at domains of every script, however they are written', () => {
  expect(read(' Ada@Example.com ')).toBe('Ada@Example.com');
  expect(read('ada@alder.xn--p1ai')).toBe('ada@alder.xn--p1ai');
  expect(read('ada@пример.рф')).toBe('ada@xn--e1afmkfd.xn--p1ai');
  expect(read('ada@회사.한국')).toBe('ada@xn--vf4b131b.xn--3e0b707e');
  expect(emailKey(read('Ada@ПРИМЕР.рф') ?? '')).toBe(emailKey('ada@XN--E1AFMKFD.xn--p1ai'));
});

it('takes nothing else for one', () => {
  for (const typed of [
    ...['', 'ada', 'ada@', '@example.com', 'ada@example', 'ada@1.2.3.4', 'a b@example.com'],
    ...['ada@exam ple.com', 'ada@пример', 'ada@при/мер.рф', 'ada@example.xn--', 'ada@x@пример.рф'],
    ...['ada..b@example.com', 'ada@-example.com', 'ada\n@example.com', `${'a'.repeat(255)}@x.com`],
  ]) {
    expect(read(typed), typed).toBeNull();
  }
});
