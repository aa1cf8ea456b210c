import { readCookie } from '../identity/cookies';
import { type Language, languageCookie, languageFor } from './languages';

/** The language a page request is answered in, before anybody knows who asks. */
export const languageOfRequest = (
  headers: { get(name: string): string | null },
  tenant: { locale: Language } | null,
): Language =>
  languageFor({
    chosen: readCookie(headers.get('cookie'), languageCookie),
    tenant: tenant?.locale,
    acceptLanguage: headers.get('accept-language'),
  });
