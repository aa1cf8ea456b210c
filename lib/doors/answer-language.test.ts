import { expect, it } from 'vitest';
import { sessionCookie } from '../identity/cookies';
import { languageCookie, languageHeader } from '../language/languages';
import { answerLanguage } from './answer-language';
import type { Caller } from './caller';

const caller = (own: string | null, tenant: 'en' | 'ko') => async () =>
  ({ user: { locale: own }, tenant: { locale: tenant } }) as unknown as Caller;
const nobody = async (): Promise<Caller> => {
  throw new Error('no database');
};
const said = (headers: Record<string, string>, who: () => Promise<Caller> = nobody) =>
  answerLanguage(new Headers(headers), who);

it('is the language of the page an action was sent from', async () => {
  expect(await said({ [languageHeader]: 'ko', 'accept-language': 'en' })).toBe('ko');
});

it('is English for a client of the API, unless it asks for another', async () => {
  const authorization = 'Bearer x';
  expect(await said({ authorization }, caller('ko', 'ko'))).toBe('en');
  expect(await said({ authorization, 'accept-language': 'ko, en;q=0.5' })).toBe('ko');
  expect(await said({})).toBe('en');
  expect(await said({ 'accept-language': 'fr' })).toBe('en');
});

it('is the device’s, the account’s or the tenant’s for a browser', async () => {
  const session = `${sessionCookie()}=x`;
  const english = { 'accept-language': 'en' };
  const own = `${session}; ${languageCookie}=en`;
  expect(await said({ cookie: own, ...english }, caller('ko', 'ko'))).toBe('en');
  expect(await said({ cookie: session, ...english }, caller('ko', 'en'))).toBe('ko');
  expect(await said({ cookie: session, ...english }, caller(null, 'ko'))).toBe('ko');
  expect(await said({ cookie: `${languageCookie}=ko` })).toBe('ko');
  expect(await said({ cookie: session, 'accept-language': 'ko' })).toBe('ko');
});
