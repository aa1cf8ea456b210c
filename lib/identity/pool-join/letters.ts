import type { Language } from '../../language/languages';
import { wordingIn } from '../../language/wording-in';
import type { Letter } from '../../mail/letter';
import type { Side } from './claims';

interface Addressed {
  to: string;
  language: Language;
  tenant: string;
  url: string;
}

/** The link that proves an address while somebody comes over. */
export function claimLetter(
  { to, language, tenant, url }: Addressed,
  { isNew, side }: { isNew: boolean; side: Side },
): Letter {
  const t = wordingIn(language, 'mail');
  const what =
    side === 'former'
      ? t('It shows that your former account of {tenant} is yours.', { tenant })
      : isNew
        ? t('There is no account with this address yet. The link makes you one.')
        : t('It shows that the account with this address is yours.');
  return {
    kind: 'joining',
    to,
    language,
    subject: t('Your account at {tenant}', { tenant }),
    heading: t('Go on with your account at {tenant}', { tenant }),
    paragraphs: [t('You are bringing your account over to a shared sign-in.'), what],
    button: { label: t('Go on'), url },
    note: t(
      'The link works once, for half an hour, in the browser that asked for it. If that was not you, leave it unused.',
    ),
  };
}

/** What somebody has to do who has not come over. */
export function reminderLetter({ to, language, tenant, url }: Addressed): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('Bring your account at {tenant} over', { tenant });
  return {
    kind: 'welcome',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('{tenant} now shares its sign-in with other workspaces.', { tenant }),
      t('Prove your former account once and the new one, and go on with all that was yours.'),
    ],
    button: { label: t('Bring it over'), url },
    note: t('Until then your former password opens nothing there. Nothing of yours is lost.'),
  };
}

/** Says to both addresses that somebody came over, and as whom. */
export function cameOverLetter(
  { to, language, tenant, url }: Addressed,
  { former, now }: { former: string; now: string },
): Letter {
  const t = wordingIn(language, 'mail');
  return {
    kind: 'security',
    to,
    language,
    subject: t('Your account at {tenant} was brought over', { tenant }),
    heading: t('Your account at {tenant} was brought over', { tenant }),
    paragraphs: [
      t('What was {former} at {tenant} is {now} from now on, with all that belonged to it.', {
        ...{ former, tenant, now },
      }),
    ],
    button: { label: t('Open {tenant}', { tenant }), url },
    note: t('If that was not you, tell an admin of the workspace at once.'),
  };
}
