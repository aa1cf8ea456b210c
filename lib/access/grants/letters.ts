import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

/** What admins are told of a grant. */
export const grantNews = ['offered', 'revoked', 'declined', 'ending'] as const;
export type GrantNews = (typeof grantNews)[number];

export interface ToldGrant {
  news: GrantNews;
  /** The workspace on the other side. */
  partner: string;
  place: string;
  /** The day it ends, as its people read days. */
  day: string;
  /** Whether the reader's own workspace shares it. */
  given: boolean;
}

/** Tells an admin what became of a grant. What the other side wrote of it stands on the page alone. */
export function grantLetter(
  { to, language, tenant, url }: Addressed,
  { news, partner, place, day, given }: ToldGrant,
): Letter {
  const t = wordingIn(language, 'mail');
  const said = {
    offered: {
      title: t('{partner} offers {tenant} a look', { partner, tenant }),
      line: t('Nobody here sees anything of it before an admin accepts.'),
    },
    revoked: given
      ? {
          title: t('{tenant} no longer shares {place}', { tenant, place }),
          line: t('{partner} sees it no more. The audit trail says who took it back.', { partner }),
        }
      : {
          title: t('{partner} no longer shares {place}', { partner, place }),
          line: t('Nobody here sees it any more.'),
        },
    declined: {
      title: t('{partner} declined {place}', { partner, place }),
      line: t('Nobody there sees it. To share it after all, offer it anew.'),
    },
    ending: {
      title: t('{place} is shared until {day}', { place, day }),
      line: given
        ? t('{partner} sees it until then. To go on, share it anew.', { partner })
        : t('{partner} shares it until then. To go on, ask there for a new offer.', { partner }),
    },
  }[news];
  return {
    kind: 'sharing',
    to,
    language,
    subject: said.title,
    heading: said.title,
    paragraphs: [said.line],
    button: { label: t('See what is shared'), url },
    note: t('You get this because you may decide there what is shared.'),
  };
}
