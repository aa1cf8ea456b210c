/** A text without what Postgres cannot keep and nobody types: halves of characters, zero bytes. */
export const cleanText = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '');
