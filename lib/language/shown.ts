import { isLanguage, type Language } from './languages';

/** The language of the page that stands in the browser, for what is no component; English outside. */
export function languageShown(): Language {
  const shown = typeof document === 'undefined' ? 'en' : document.documentElement.lang;
  return isLanguage(shown) ? shown : 'en';
}
