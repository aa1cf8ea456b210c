import { cleanText } from '../clean-text';
import { accept, type Parsed, refuse } from './value';

const limits = { text: 1_000, long_text: 20_000 } as const;

/** One line, or many for `long_text`; outer spaces are dropped, empty is null. */
export function parseText(kind: 'text' | 'long_text', raw: unknown): Parsed {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return refuse('must be text');
  }
  const text = clean(String(raw));
  if (text.length > limits[kind]) {
    return refuse(`is longer than ${limits[kind].toLocaleString('en')} characters`);
  }
  if (kind === 'text' && /[\r\n]/.test(text)) return refuse('must stay on one line');
  return accept(text || null);
}

// One @, no spaces, a dotted host of letters, digits and hyphens: what mail servers accept in practice.
const email =
  /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u;

export function parseEmail(raw: unknown): Parsed {
  if (typeof raw !== 'string') return refuse('must be an e-mail address');
  const text = clean(raw);
  if (!text) return accept(null);
  if (text.length > 254 || !email.test(text)) {
    return refuse('is not an e-mail address, such as name@example.com');
  }
  return accept(text);
}

/** http and https only; an address without a scheme gets https. */
export function parseUrl(raw: unknown): Parsed {
  if (typeof raw !== 'string') return refuse('must be a web address');
  const text = clean(raw);
  if (!text) return accept(null);
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  const web = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!url || !web || !/\.|^localhost$|^\[/.test(url.hostname) || /\s/.test(text)) {
    return refuse('is not a web address, such as https://example.com');
  }
  if (full.length > 2_000) return refuse('is longer than 2,000 characters');
  return accept(full);
}

const clean = (text: string) => cleanText(text).normalize('NFC').trim();
