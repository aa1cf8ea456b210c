import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

/** A letter about a tenant that goes. */
export interface Dated extends Addressed {
  /** The day it ends, as its people read days. */
  day: string;
}

export function deletionAskedLetter(
  { to, language, tenant, url, day }: Dated,
  askedBy: string,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{tenant} will be deleted on {day}', { tenant, day });
  return {
    kind: 'deletion',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t(
        '{askedBy} asked for it. Until then everybody can go on working and take their data with them.',
        { askedBy },
      ),
      t(
        'Any admin can cancel this until the end. Afterwards nobody can bring it back, nor its backups.',
      ),
    ],
    button: { label: t('See or cancel the deletion'), url },
    note: t(
      'You get this because you are an admin there. If you did not expect it, talk to the person who asked.',
    ),
  };
}

export function deletionNearLetter({ to, language, tenant, url, day }: Dated): Letter {
  const t = wordingIn(language, 'mail');
  return {
    kind: 'deletion',
    to,
    language,
    subject: t('Last reminder: {tenant} will be deleted on {day}', { tenant, day }),
    heading: t('{tenant} will be deleted on {day}', { tenant, day }),
    paragraphs: [
      t('Export what you want to keep before that day.'),
      t('Everything in it goes, backups and exports included. Any admin can still cancel.'),
    ],
    button: { label: t('See or cancel the deletion'), url },
    note: t('You get this because you are an admin there.'),
  };
}
