import { readXml } from './xml';
import { unreadable } from './zip-file';

const maxTexts = 2_000_000;

/** The texts that a workbook's sheets share, in their order, without how they are pronounced. */
export async function readStrings(bytes: AsyncIterable<Uint8Array> | null): Promise<string[]> {
  const texts: string[] = [];
  if (!bytes) return texts;
  let text = '';
  let taking = false;
  let reading = 0;
  const handlers = {
    open(name: string) {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading++;
      else if (name === 't') taking = reading === 0;
    },
    text(piece: string) {
      if (taking) text += piece;
    },
    close(name: string) {
      if (name === 't') taking = false;
      else if (name === 'rPh') reading--;
      else if (name === 'si') texts.push(decodeEscapes(text));
      if (texts.length > maxTexts) {
        throw unreadable('This workbook has too many different texts. Save it as CSV.');
      }
    },
  };
  for await (const _ of readXml(bytes, handlers));
  return texts;
}

/** Characters that XML cannot hold, and line ends it would change, stand as `_x000D_`. */
export const decodeEscapes = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

/** The inverse of `decodeEscapes`, ready to stand in XML. */
export const encodeText = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, escaped)
    .replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;' })[char] ?? '&gt;');

const escaped = (char: string) =>
  `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
