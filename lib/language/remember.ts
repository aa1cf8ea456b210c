import { type Language, languageCookie, languageCookieSeconds } from './languages';

/** Remembers a choice and shows the page in it. Another language is another page of the cache. */
export function switchLanguage(language: Language): void {
  rememberLanguage(language);
  window.location.reload();
}

/** Remembers a choice of language on this device; null forgets it. */
export function rememberLanguage(language: Language | null): void {
  const life = language ? languageCookieSeconds : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${languageCookie}=${language ?? ''}; path=/; samesite=lax; max-age=${life}`;
}
