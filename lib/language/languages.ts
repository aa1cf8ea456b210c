/** What is shipped. English is the language the product is written in. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as a choice shows it. */
export const languageNames: Record<Language, string> = { en: 'English', ko: '한국어' };

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/**
 * Remembers on a device what its person chose. Not secret and read by pages' scripts; it names a path
 * of the cache, so anything that is not shipped counts as nothing.
 */
export const languageCookie = 'house.language';
/** Carries the language of a page to the actions sent from it. */
export const languageHeader = 'x-rowhouse-language';

export const languageCookieSeconds = 31_536_000;

interface Wishes {
  /** What the person chose, on the account or on this device. */
  chosen?: string | null | undefined;
  /** What the tenant gives to those who chose nothing. */
  tenant?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
}

/** Own choice, else the tenant's default, else the first the browser asks for that is shipped. */
export function languageFor({ chosen, tenant, acceptLanguage }: Wishes): Language {
  if (isLanguage(chosen)) return chosen;
  if (isLanguage(tenant)) return tenant;
  return askedLanguage(acceptLanguage) ?? 'en';
}

/** The shipped language that an Accept-Language header ranks highest; null where it names none. */
export function askedLanguage(header: string | null | undefined): Language | null {
  const ranked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .flatMap((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = Number(
        params.find((param) => param.trim().startsWith('q='))?.split('=')[1] ?? 1,
      );
      const [language] = tag.split('-');
      return isLanguage(language) && weight > 0 ? [{ language, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight);
  return ranked[0]?.language ?? null;
}
