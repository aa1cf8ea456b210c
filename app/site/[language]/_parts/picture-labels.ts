import type { Language } from '@/lib/language/languages';
import { wordingIn } from '@/lib/language/wording-in';

/** What stands on a picture of a sign-in page; `title` has a gap for the name. */
export interface PictureLabels {
  title: string;
  email: string;
  password: string;
  signIn: string;
  language: Language;
}

/** For the server, which has every language at hand: a tenant may speak another than this page. */
export function pictureLabels(language: Language): PictureLabels {
  const t = wordingIn(language, 'auth');
  return {
    title: t.said('Sign in to {name}'),
    email: t('E-mail'),
    password: t('Password'),
    signIn: t('Sign in'),
    language,
  };
}
