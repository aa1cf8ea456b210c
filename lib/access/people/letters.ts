import type { Language } from '../../language/languages';
import { wordingIn } from '../../language/wording-in';
import type { Letter } from '../../mail/compose';

interface Addressed {
  to: string;
  language: Language;
  tenant: string;
  url: string;
}

export function roleEndedLetter({ to, language, tenant, url }: Addressed, name: string): Letter {
  const t = wordingIn(language, 'mail');
  const role = t.said(name);
  return {
    to,
    language,
    subject: t('Your role {role} in {tenant} has ended', { role, tenant }),
    heading: t('Your role {role} has ended', { role }),
    paragraphs: [t('It was given to you for a time, and that is over. Your other roles stay.')],
    button: { label: t('Open the workspace'), url },
    note: t('If you still need it, ask an admin there.'),
  };
}
