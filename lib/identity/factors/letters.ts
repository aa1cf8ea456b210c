import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

/** What became of the second factors of an account. */
export type FactorChange =
  | 'authenticator_added'
  | 'authenticator_removed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'passkey_shut';

/** Tells the owner of an account what was changed about how it is opened. */
export function factorLetter(
  { to, language, url }: Omit<Addressed, 'tenant'>,
  what: FactorChange,
  passkey: { name: string; host: string } | null,
): Letter {
  const t = wordingIn(language, 'mail');
  const titles = {
    authenticator_added: t('An authenticator app was set up for your account'),
    authenticator_removed: t('The authenticator app of your account was removed'),
    passkey_added: t('A passkey was added to your account'),
    passkey_removed: t('A passkey of your account was removed'),
    passkey_shut: t('A passkey of your account was shut'),
  };
  const title = titles[what];
  return {
    kind: 'security',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      ...(passkey ? [t('It is called {name} and works at {host}.', { ...passkey })] : []),
      what === 'passkey_shut'
        ? t(
            'Its device counts backwards, which happens when somebody has a copy. It opens nothing any more, and devices that signed in with a passkey are signed out. Remove it, and make a new one.',
          )
        : t('If it was you, there is nothing to do.'),
    ],
    button: { label: t('Your account'), url },
    note: t(
      'If it was not you, choose a new password and sign out on every device, both on the page of your account.',
    ),
  };
}
