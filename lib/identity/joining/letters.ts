import { formatNumber } from '../../format';
import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export function joinLetter(
  { to, language, tenant, url }: Addressed,
  { minutes }: { minutes: number },
): Letter {
  const t = wordingIn(language, 'mail');
  return {
    kind: 'joining',
    to,
    language,
    subject: t('Join {tenant}', { tenant }),
    heading: t('Join {tenant}', { tenant }),
    paragraphs: [
      t('People with an address like yours may join {tenant} by themselves.', { tenant }),
      t('Go on with the button to come in.'),
    ],
    button: { label: t('Join'), url },
    note: t(
      'The link works once, for {minutes} minutes. If you did not ask for it, leave it unused.',
      { minutes },
    ),
  };
}

/** Says that no more mails to join with go out by a domain that day. */
export function capLetter(
  { to, language, tenant, url }: Addressed,
  { domain, most }: { domain: string; most: number },
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('Many people ask to join {tenant} by {domain}', { tenant, domain });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t(
        '{most} mails to join with went out in a day. No more go out by this domain until that day is over, and nobody who asks is told.',
        {
          most: formatNumber(most, language),
        },
      ),
      t(
        'If you did not expect it, turn joining off by this domain: somebody may be asking for addresses that are not theirs. Invitations work as ever.',
      ),
    ],
    button: { label: t('See the domain'), url },
    note: t('You get this because you may set the rules of sign-in there.'),
  };
}
