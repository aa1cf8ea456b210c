import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export interface BrokenDomain {
  host: string;
  /** Its TXT record, the one that leads here, or any answer of its name servers. */
  missing: 'proof' | 'route' | 'answer';
  /** Until when the proof counts, as its people read days. */
  until: string | null;
}

export interface Loss {
  host: string;
  /** Who took it: staff, or the time that ran out. */
  by: 'staff' | 'time';
}

export function domainBrokenLetter(
  { to, language, tenant, url }: Addressed,
  { host, missing, until }: BrokenDomain,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('A record of {host} is missing', { host });
  const what = whatIsMissing({ language, tenant }, { host, missing });
  const then =
    missing === 'route'
      ? t('Links in mails name the workspace’s own address until it does again.')
      : until && t('Mend it by {until}. After that the domain stops working.', { until });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [what, ...(then ? [then] : [])],
    button: { label: t('See the records'), url },
    note: t('You get this because you may change the domains there.'),
  };
}

/** Some days before it is lost. */
export function domainEndingLetter(
  { to, language, tenant, url }: Addressed,
  { host, missing, until }: BrokenDomain,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{host} stops working soon', { host });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      whatIsMissing({ language, tenant }, { host, missing }),
      ...(until ? [t('Mend it by {until}. After that the domain stops working.', { until })] : []),
    ],
    button: { label: t('See the records'), url },
    note: t('You get this because you may change the domains there.'),
  };
}

function whatIsMissing(
  { language, tenant }: Pick<Addressed, 'language' | 'tenant'>,
  { host, missing }: Pick<BrokenDomain, 'host' | 'missing'>,
): string {
  const t = wordingIn(language, 'mail');
  return {
    route: t('{host} no longer leads to {tenant}.', { host, tenant }),
    proof: t('The TXT record that proves {host} to be yours is not there any more.', { host }),
    answer: t('The name servers of {host} have not answered for two days.', { host }),
  }[missing];
}

export function domainLiveLetter({ to, language, tenant, url }: Addressed, host: string): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{host} is live again', { host });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [t('All its records stand, and it leads to {tenant}.', { tenant })],
    button: { label: t('See the domain'), url },
    note: t('You get this because you may change the domains there.'),
  };
}

export function domainLostLetter(
  { to, language, tenant, url }: Addressed,
  { host, by }: Loss,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{host} no longer works', { host });
  return {
    kind: 'domains',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      by === 'staff'
        ? t('The platform’s staff ended the hold of {tenant} on this domain.', { tenant })
        : t('Its proof was not seen for seven days, so {tenant} does not answer there.', {
            tenant,
          }),
      t(
        'If it is yours, set the records that are shown now, which have a new value, and check them.',
      ),
    ],
    button: { label: t('See the records'), url },
    note: t('You get this because you may change the domains there.'),
  };
}
