/** Markup that may stand in a page as it is. Only `html` and `trusted` make it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Part[] | null | undefined | false;

/** Writes markup; everything put into it is escaped unless it is markup itself. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(fixed.reduce((text, next, at) => `${text}${write(parts[at - 1])}${next}`));

/** For text of our own that must not be escaped, such as a style sheet. */
export const trusted = (text: string) => new Markup(text);

function write(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(write).join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
