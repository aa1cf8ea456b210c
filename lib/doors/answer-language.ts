import { readCookie, sessionCookie } from '../identity/cookies';
import {
  askedLanguage,
  isLanguage,
  type Language,
  languageCookie,
  languageFor,
  languageHeader,
} from '../language/languages';
import type { Caller } from './caller';

/**
 * The language in which a refusal is said: that of the page, else what the person behind the browser
 * chose. A client of the API is told in English unless its Accept-Language asks for another.
 */
export async function answerLanguage(
  headers: { get(name: string): string | null },
  caller: () => Promise<Caller>,
): Promise<Language> {
  const ofPage = headers.get(languageHeader);
  if (isLanguage(ofPage)) return ofPage;
  const acceptLanguage = headers.get('accept-language');
  const cookie = headers.get('cookie');
  const chosen = readCookie(cookie, languageCookie);
  const isBrowser = Boolean(readCookie(cookie, sessionCookie())) && !headers.get('authorization');
  if (!isBrowser) return isLanguage(chosen) ? chosen : (askedLanguage(acceptLanguage) ?? 'en');
  const known = await caller().catch(() => null);
  return languageFor({
    chosen: isLanguage(chosen) ? chosen : known?.user?.locale,
    tenant: known?.tenant?.locale,
    acceptLanguage,
  });
}
