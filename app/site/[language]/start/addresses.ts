import type { Wording } from '@/lib/language/wording';

/** What was pasted, read as e-mail addresses. */
export interface PastedAddresses {
  /** Each once. */
  addresses: string[];
  /** What stands alone and is none: neither an address nor the name in front of one. */
  strays: string[];
}

/**
 * E-mail addresses in pasted text: one a line, or with commas, semicolons or spaces between them, or
 * as mail programs copy them, `Name <address>`.
 */
export function readAddresses(text: string): PastedAddresses {
  const read = text.split(/[\r\n,;\t]+/).map(readPart);
  const addresses = read.flatMap((part) => part.addresses);
  return {
    addresses: [...new Map(addresses.map((one) => [one.toLowerCase(), one])).values()],
    strays: [...new Set(read.flatMap((part) => part.strays))],
  };
}

// The words before an address in brackets are whose it is.
function readPart(part: string): PastedAddresses {
  const bracketed = [...part.matchAll(/<([^<>\s]+)>/g)].map((match) => match[1] ?? '');
  const words = bracketed.length > 0 ? bracketed : part.split(/\s+/);
  const bare = words.map((word) => word.replace(/^[<("']+|[>)"']+$/g, '')).filter(Boolean);
  return {
    addresses: bare.filter((word) => word.includes('@')),
    strays: bare.filter((word) => !word.includes('@')),
  };
}

/** Tells the person which words to mend, the first few by name. */
export function strayWords(strays: readonly string[], t: Wording<'start'>): string {
  const named = strays.slice(0, 3).map((word) => `“${word}”`);
  const words = named.join(', ');
  const more = strays.length - named.length;
  if (more > 0) return t('{words} and {more} more are no e-mail addresses.', { words, more });
  return strays.length === 1
    ? t('{words} is no e-mail address.', { words })
    : t('{words} are no e-mail addresses.', { words });
}
