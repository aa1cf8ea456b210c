import { headers } from 'next/headers';
import { host, language } from 'next/root-params';
import { cache } from 'react';
import { readCookie } from '../identity/cookies';
import { parseHostSegment } from '../tenancy/hosts';
import { isLanguage, type Language, languageCookie, languageFor } from './languages';
import type { Area, Wording } from './wording';
import { wordingIn } from './wording-in';

/**
 * The language of the page that is rendered. On the site and on tenants' hosts the rewritten path
 * names it, so that pages for everybody stay static; in the console the request's own headers do.
 */
export const pageLanguage = cache(async (): Promise<Language> => {
  const segment = await host();
  if (segment) return parseHostSegment(segment)?.language ?? 'en';
  const named = await language();
  if (isLanguage(named)) return named;
  const asked = await headers();
  return languageFor({
    chosen: readCookie(asked.get('cookie'), languageCookie),
    acceptLanguage: asked.get('accept-language'),
  });
});

/** The wording of an area, in a server component. */
export async function wording<A extends Area>(area: A): Promise<Wording<A>> {
  return wordingIn(await pageLanguage(), area);
}
