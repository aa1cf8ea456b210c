import { formatNumber } from '../format';
import type { Language } from './languages';
import { withParticles } from './particles';

export type Value = string | number;
export type Values = Readonly<Record<string, Value>>;

/**
 * Puts values into a message in the part of ICU's syntax that is used here: `{name}`,
 * `{count, plural, =0 {…} one {# row} other {# rows}}` and `{kind, select, a {…} other {…}}`.
 * Numbers are written as the language writes them. A name without a value stays as it stands.
 */
export function fill(message: string, values: Values, language: Language): string {
  if (!message.includes('{')) return message;
  const filled = pieces(message)
    .map((piece) => (piece.argument ? argumentText(piece.text, values, language) : piece.text))
    .join('');
  return language === 'ko' ? withParticles(filled) : filled;
}

function argumentText(argument: string, values: Values, language: Language): string {
  const [name = '', kind, ...rest] = argument.split(',');
  const value = values[name.trim()];
  if (value === undefined) return `{${argument}}`;
  const shown = typeof value === 'number' ? formatNumber(value, language) : value;
  if (!kind) return shown;
  const arms = armsOf(rest.join(','));
  const counts = kind.trim() === 'plural';
  const choice = counts ? new Intl.PluralRules(language).select(Number(value)) : String(value);
  const arm = arms.get(`=${value}`) ?? arms.get(choice) ?? arms.get('other') ?? '';
  return fill(counts ? arm.replaceAll('#', shown) : arm, values, language);
}

function armsOf(text: string): Map<string, string> {
  const arms = new Map<string, string>();
  let name = '';
  for (const piece of pieces(text)) {
    if (piece.argument) arms.set(name, piece.text);
    else name = piece.text.trim();
  }
  return arms;
}

/** Text and what stands in outermost braces, in order. */
function pieces(message: string): { text: string; argument: boolean }[] {
  const found: { text: string; argument: boolean }[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < message.length; at += 1) {
    const opens = message[at] === '{' && depth++ === 0;
    const closes = message[at] === '}' && --depth === 0;
    if (!opens && !closes) continue;
    // What says nothing is an argument too: an arm may be empty.
    if (at > from || closes) found.push({ text: message.slice(from, at), argument: closes });
    from = at + 1;
  }
  if (from < message.length) found.push({ text: message.slice(from), argument: false });
  return found;
}
