import type { Language } from '../language/languages';
import { wordingIn } from '../language/wording-in';
import type { MailBrand } from './brand';
import type { Mail } from './mail';

/** To whom a letter goes, and where its button leads. */
export interface Addressed {
  to: string;
  /** The recipient's. */
  language: Language;
  tenant: string;
  url: string;
}

export interface Letter {
  to: string;
  language: Language;
  subject: string;
  heading: string;
  /** Plain sentences; everything in them is escaped. */
  paragraphs: string[];
  button: { label: string; url: string };
  /** Small print below: when it ends, what to do if it came by mistake. */
  note: string;
}

/** A letter in a tenant's looks, as HTML and as text. */
export function compose(brand: MailBrand, letter: Letter): Mail {
  const subject = letter.subject.replace(/\s+/g, ' ').slice(0, 200);
  return {
    to: letter.to,
    senderName: brand.name.slice(0, 80),
    subject,
    text: textOf(brand, letter),
    html: htmlOf(brand, letter),
  };
}

const textOf = (brand: MailBrand, { heading, paragraphs, button, note }: Letter) =>
  [heading, ...paragraphs, `${button.label}:\n${button.url}`, note, `-- \n${brand.name}`].join(
    '\n\n',
  );

function htmlOf(brand: MailBrand, letter: Letter) {
  const { language, heading, paragraphs, button, note } = letter;
  const t = wordingIn(language, 'mail');
  const url = escapeHtml(button.url);
  const sentences = paragraphs
    .map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`)
    .join('');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;background:#f4f5f7;color:#1c1f24;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;background:#ffffff;border:1px solid #e2e5ea;border-top:3px solid ${brand.primary};border-radius:8px">
<tr><td style="padding:28px 32px">
<p style="margin:0 0 20px;font-weight:600;color:#5a616c">${escapeHtml(brand.name)}</p>
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.35">${escapeHtml(heading)}</h1>
${sentences}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:11px 20px;border-radius:6px;background:${brand.primary};color:${brand.onPrimary};font-weight:600;text-decoration:none">${escapeHtml(button.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;color:#5a616c">${t('Or open this address:')}<br><a href="${url}" style="color:#5a616c;word-break:break-all">${url}</a></p>
<p style="margin:0;font-size:13px;color:#5a616c">${escapeHtml(note)}</p>
</td></tr></table></td></tr></table></body></html>`;
}

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? '&#39;',
  );
