import type { Language } from '../language/languages';
import { wordingIn } from '../language/wording-in';
import { legalLabels, listLinks } from '../tenancy/branding/legal';
import type { Letter } from './letter';
import type { MailLook } from './look';
import type { Mail } from './mail';

/** To whom a letter goes, and where its button leads. */
export interface Addressed {
  to: string;
  /** The recipient's. */
  language: Language;
  tenant: string;
  url: string;
}

/** A letter in a tenant's looks, to be drawn when it is delivered. */
export function compose(look: MailLook, letter: Letter): Mail {
  const subject = letter.subject.replace(/\s+/g, ' ').slice(0, 200);
  return { letter: { ...letter, subject }, look };
}

/** A mail's plain text, for readers without HTML. */
export function textOf({ look, letter }: Mail): string {
  const { language, heading, paragraphs, button, note } = letter;
  const t = wordingIn(language, 'mail');
  const links = listLinks(look.legal).map(({ kind, url }) => `${t(legalLabels[kind])}: ${url}`);
  const parts = [heading, ...paragraphs, `${button.label}:\n${button.url}`, note];
  const foot = ['-- ', look.name, look.footer, ...links].filter(Boolean).join('\n');
  return [...parts, foot].join('\n\n');
}
