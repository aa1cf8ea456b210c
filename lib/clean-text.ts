import { wellFormed } from './fields/fold';

/** A text without what Postgres cannot keep and nobody types: halves of characters, zero bytes. */
export const cleanText = (text: string): string => wellFormed(text.replaceAll('\0', ''));
