import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export interface BrokenDomain {
  domain: string;
  /** Until when the proof counts, as its people read days; null once it does not. */
  until: string | null;
}

export function domainBrokenLetter(
  { to, language, tenant, url }: Addressed,
  { domain, until }: BrokenDomain,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('The record of {domain} is missing', { domain });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('Nobody joins {tenant} by this domain until its record is seen again. Members stay.', {
        tenant,
      }),
      until
        ? t('Set it again by {until}. After that, joining has to be turned on anew as well.', {
            until,
          })
        : t('Set it again, check it, and turn joining on anew.'),
    ],
    button: { label: t('See the record'), url },
    note: t('You get this because you may set the rules of sign-in there.'),
  };
}

export function domainMendedLetter(
  { to, language, tenant, url }: Addressed,
  { domain, joins }: { domain: string; joins: boolean },
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{domain} is verified again', { domain });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      joins
        ? t('People with an address there join {tenant} by themselves again.', { tenant })
        : t('Nobody joins {tenant} by it unless you turn that on.', { tenant }),
    ],
    button: { label: t('See the domain'), url },
    note: t('You get this because you may set the rules of sign-in there.'),
  };
}

export function domainReleasedLetter(
  { to, language, tenant, url }: Addressed,
  domain: string,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{domain} has to be verified anew', { domain });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('The platform’s staff ended the hold of {tenant} on this domain. Members stay.', {
        tenant,
      }),
      t('If it is yours, set the record that is shown now, which has a new value, and check it.'),
    ],
    button: { label: t('See the record'), url },
    note: t('The reason stands in the audit trail.'),
  };
}

export function domainTakenLetter(
  { to, language, tenant, url }: Addressed,
  domain: string,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('Another workspace has proven {domain}', { domain });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t(
        'The proof of {tenant} was older than three days, and another workspace with the same sign-in has set a record of its own since.',
        {
          tenant,
        },
      ),
      t(
        'Nobody joins {tenant} by this domain any more. Members stay. If it is yours, see who may change its DNS records; staff of the platform can end the other hold.',
        {
          tenant,
        },
      ),
    ],
    button: { label: t('See the domain'), url },
    note: t('You get this because you may set the rules of sign-in there.'),
  };
}
