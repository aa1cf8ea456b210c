import { describe, expect, it } from 'vitest';
import { AppError, invalid, notFound } from '../errors';
import { fill } from './fill';
import { messagesIn } from './ko';
import { askedLanguage, languageFor } from './languages';
import { withParticles } from './particles';
import { refusalIn } from './refusal';
import { makeWording } from './wording';

describe('the language of a page', () => {
  it('is the own choice, then the tenant’s, then what the browser asks for, then English', () => {
    const acceptLanguage = 'fr, ko-KR;q=0.8, en;q=0.3';
    expect(languageFor({ chosen: 'en', tenant: 'ko', acceptLanguage })).toBe('en');
    expect(languageFor({ chosen: 'xx', tenant: 'ko', acceptLanguage: 'en' })).toBe('ko');
    expect(languageFor({ chosen: null, tenant: null, acceptLanguage })).toBe('ko');
    expect(languageFor({ acceptLanguage: 'fr' })).toBe('en');
    expect(languageFor({})).toBe('en');
  });

  it('reads Accept-Language by weight and skips what is refused or broken', () => {
    expect(askedLanguage('en;q=0.1,ko;q=0.9')).toBe('ko');
    expect(askedLanguage('ko;q=0, en-GB')).toBe('en');
    expect(askedLanguage('ko;q=x')).toBeNull();
    expect(askedLanguage('*')).toBeNull();
    expect(askedLanguage('')).toBeNull();
  });
});

describe('a message', () => {
  const rows = '{count, plural, =0 {no row} one {# row} other {# rows}} of {name}';

  it('takes values, plurals and choices', () => {
    expect(fill(rows, { count: 0, name: 'A' }, 'en')).toBe('no row of A');
    expect(fill(rows, { count: 1, name: 'A' }, 'en')).toBe('1 row of A');
    expect(fill(rows, { count: 1200, name: 'A' }, 'en')).toBe('1,200 rows of A');
    expect(fill('{kind, select, a {Apple} other {Fruit}}', { kind: 'b' }, 'en')).toBe('Fruit');
    expect(fill('{kind, select, other {No #1 # {kind}}}', { kind: '{b}' }, 'en')).toBe(
      'No #1 # {b}',
    );
    expect(fill('a{n, plural, =0 {} other {, # more}}', { n: 0 }, 'en')).toBe('a');
    expect(fill('{missing} stays', {}, 'en')).toBe('{missing} stays');
  });

  it('shows a value as it is, braces and all', () => {
    expect(fill('Join {name}', { name: '{count} <b>x</b>' }, 'en')).toBe('Join {count} <b>x</b>');
  });

  it('chooses the Korean particle by the sound before it', () => {
    expect(withParticles('역할을(를) 노트을(를) 3을(를) 2을(를)')).toBe('역할을 노트를 3을 2를');
    expect(withParticles('서울(으)로 부산(으)로 대구(으)로')).toBe('서울로 부산으로 대구로');
    expect(withParticles('‘기록’이(가) Notes은(는)')).toBe('‘기록’이 Notes은(는)');
  });

  it('is said in Korean where it is known, else in English', () => {
    const t = makeWording<'member'>('ko', [messagesIn('ko', 'member'), messagesIn('ko', 'shared')]);
    expect(t('Home')).toBe('홈');
    expect(t('All {count}', { count: 1200 })).toBe('전체 1,200개');
    expect(t.said('Admin')).toBe('관리자');
    expect(t.said('constructor')).toBe('constructor');
    expect(t.labelled([{ value: 1, label: 'Settings' }])).toEqual([{ value: 1, label: '설정' }]);
  });
});

describe('a refusal', () => {
  it('is said in the language of who reads it, field by field', () => {
    const refused = refusalIn('ko', invalid('name', 'Keep this under 60 characters.'));
    expect(refused.message).toBe('60자 이내로 입력하세요.');
    expect(refused.fields).toEqual({ name: '60자 이내로 입력하세요.' });
    expect(refusalIn('ko', notFound('This record')).message).toBe('이 레코드를 찾을 수 없습니다.');
  });

  it('keeps the path before the words of a schema', () => {
    const fields = { 'people.0.email': 'Enter an e-mail address.' };
    const error = new AppError('invalid', 'people.0.email: Enter an e-mail address.', { fields });
    expect(refusalIn('ko', error).message).toBe('people.0.email: 이메일 주소를 입력하세요.');
  });

  it('names the field as its people do, and kinds of files in Korean', () => {
    const refused = refusalIn('ko', invalid('file', '사진 takes pictures, PDFs only.'));
    expect(refused.message).toBe('사진에 넣을 수 있는 파일: 이미지, PDF.');
    const other = refusalIn('ko', invalid('values.a', 'documents must be a member.'));
    expect(other.fields['values.a']).toBe('documents은(는) 구성원이어야 합니다.');
  });

  it('loses nothing else, and stays English where nobody translated it', () => {
    const error = new AppError('conflict', 'Words nobody knows', {
      current: { id: 1 },
      retryAfterSeconds: 3,
    });
    expect(refusalIn('ko', error)).toMatchObject({
      code: 'conflict',
      message: 'Words nobody knows',
      current: { id: 1 },
      retryAfterSeconds: 3,
    });
    expect(refusalIn('en', error)).toBe(error);
  });
});
