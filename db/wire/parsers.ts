import { types } from 'pg';

type Parse = ((text: string) => unknown) | undefined;

// Drizzle reads dates, times and intervals (and arrays of them) from the server's own text.
const asText = new Set([
  25, 1043, 1042, 2950, 1082, 1114, 1184, 1186, 1115, 1182, 1185, 1187, 1231,
]);

const known = new Map<number, Parse>();

/** The parser of one column type, or undefined when the text is the value. */
export function parserOf(oid: number): Parse {
  if (asText.has(oid)) return undefined;
  if (!known.has(oid)) known.set(oid, types.getTypeParser(oid, 'text'));
  return known.get(oid);
}
