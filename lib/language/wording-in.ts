import { messagesIn } from './ko';
import { isLanguage, type Language } from './languages';
import { type Area, makeWording, type Wording } from './wording';

/** The wording of an area in a language that is known. */
export const wordingIn = <A extends Area>(language: Language, area: A): Wording<A> =>
  makeWording<A>(language, [messagesIn(language, area), messagesIn(language, 'shared')]);

/** The language to write to somebody in: their own, else the tenant's. */
export const languageOf = (own: string | null | undefined, tenant: Language): Language =>
  isLanguage(own) ? own : tenant;
