import { SaxesParser } from 'saxes';
import { unreadable } from './zip-file';

export type Attributes = Record<string, string>;

/** What to do at each tag and text; names come without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML as it comes and answers, after each piece, what the handlers put into `gathered`. Throws
 * `invalid` for XML that is not well formed, and for one that brings definitions of its own.
 */
export async function* readXml<T>(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  gathered: T[] = [],
): AsyncGenerator<T> {
  const parser = parserOf(handlers);
  let decoder: TextDecoder | undefined;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    feed(parser, decoder.decode(piece, { stream: true }));
    if (gathered.length > 0) yield* gathered.splice(0);
  }
  feed(parser, decoder?.decode() ?? '');
  feed(parser, null);
  yield* gathered.splice(0);
}

/** As `readXml`, for what is small and wanted whole. */
export async function scanXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers) {
  for await (const _ of readXml(bytes, handlers));
}

function parserOf({ open, close, text }: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => open(local(name), attributes as Attributes));
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const refuse = () => {
    throw unreadable('This workbook is not valid. Open it, save it again and try again.');
  };
  parser.on('doctype', refuse);
  parser.on('error', refuse);
  return parser;
}

function feed(parser: SaxesParser, text: string | null) {
  if (text === null) parser.close();
  else if (text) parser.write(text);
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
