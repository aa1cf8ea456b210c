import { AppError } from '../errors';

/** A thousand records of a hundred fields is the largest input that any operation takes. */
const mostValues = 150_000;
const mostInOne = 2_000;
const mostDepth = 32;

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opens = new Set([0x5b, 0x7b]);
const closes = new Set([0x5d, 0x7d]);

/**
 * Throws `limit` for JSON that is nested too deep or holds too many values: found by one pass over
 * its bytes, before a parser and a schema spend far more on it. Says nothing of its validity.
 */
export function checkJsonShape(text: Uint8Array): void {
  const open: number[] = [0];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] as number;
    if (byte === quote) at = endOfString(text, at);
    else if (opens.has(byte) && open.push(0) > mostDepth) throw tooMuch('nested too deep');
    else if (closes.has(byte)) open.pop();
    else if (byte === comma) {
      const last = open.length - 1;
      const here = (open[last] ?? 0) + 1;
      open[last] = here;
      values += 1;
      if (here > mostInOne || values > mostValues) throw tooMuch('made of too many values');
    }
  }
}

function endOfString(text: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === backslash ? 2 : 1;
  return at;
}

const tooMuch = (what: string) => new AppError('limit', `The request body is ${what}.`);
