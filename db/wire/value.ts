import { DbError } from '../errors';
import type { Statement } from './line';

export type Encoded = string | Buffer | null;

/** Postgres counts parameters of one statement in 16 bits. */
const maxParameters = 65_535;

/**
 * Turns parameters into what goes over the wire. Throws `DbError('value')` for anything that cannot
 * be sent faithfully, naming its position and never its content.
 */
export function encodeValues({ text, values }: Statement): Encoded[] {
  if (values.length > maxParameters) throw refuse('too many parameters', text);
  if (text.includes('\0')) throw refuse('a zero byte in the statement', text.replaceAll('\0', ''));
  return values.map((value, index) => {
    const encoded = encodeValue(value);
    if (encoded === undefined) throw refuse(`parameter $${index + 1} cannot be sent`, text);
    return encoded;
  });
}

const refuse = (what: string, statement: string) =>
  new DbError('value', `Refused before sending: ${what}.`, { statement });

function encodeValue(value: unknown): Encoded | undefined {
  switch (typeof value) {
    case 'string':
      return value.includes('\0') ? undefined : value;
    case 'number':
    case 'bigint':
      return value.toString();
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? null : encodeObject(value);
    default:
      return undefined;
  }
}

function encodeObject(value: object): Encoded | undefined {
  if (Buffer.isBuffer(value)) return value;
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  }
  if (Array.isArray(value)) return encodeArray(value);
  try {
    return encodeValue(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

function encodeArray(values: unknown[]): string | undefined {
  const parts: string[] = [];
  for (const value of values) {
    const encoded = encodeValue(value);
    if (encoded === undefined) return undefined;
    if (encoded === null) parts.push('NULL');
    else if (Array.isArray(value)) parts.push(encoded as string);
    else if (typeof encoded === 'string') parts.push(quote(encoded));
    else parts.push(quote(`\\x${encoded.toString('hex')}`));
  }
  return `{${parts.join(',')}}`;
}

const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;
