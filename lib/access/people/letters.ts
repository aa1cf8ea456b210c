import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export function roleEndedLetter(
  { to, language, tenant, url }: Addressed,
  { name, team }: { name: string; team: string | null },
): Letter {
  const t = wordingIn(language, 'mail');
  const role = t.said(name);
  return {
    kind: 'roles',
    to,
    language,
    subject: t('Your role {role} in {tenant} has ended', { role, tenant }),
    heading: team
      ? t('Your role {role} over {team} has ended', { role, team })
      : t('Your role {role} has ended', { role }),
    paragraphs: [t('It was given to you for a time, and that is over. Your other roles stay.')],
    button: { label: t('Open the workspace'), url },
    note: t('If you still need it, ask an admin there.'),
  };
}
