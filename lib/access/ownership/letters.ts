import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export function offerLetter({ to, language, tenant, url }: Addressed, byName: string): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{name} offers you the ownership of {tenant}', { name: byName, tenant });
  return {
    kind: 'ownership',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('The owner of a workspace stays its admin, and alone can hand it over.'),
      t('Nothing changes until you accept. The offer ends in 7 days.'),
    ],
    button: { label: t('See the offer'), url },
    note: t('You get this because you are an admin there.'),
  };
}

export function newOwnerLetter({ to, language, tenant, url }: Addressed, byName: string): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{name} now owns {tenant}', { name: byName, tenant });
  return {
    kind: 'ownership',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [t('Your offer was accepted. You stay an admin there.')],
    button: { label: t('Open the workspace'), url },
    note: t('If you did not offer it, talk to another admin at once.'),
  };
}
