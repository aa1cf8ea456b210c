import { accept, type Parsed, refuse } from './value';

const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const plain = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const limit = 1e15;
const longest = 64;

/** A finite number of at most 15 digits; text may group thousands by commas. */
export function parseNumber(raw: unknown): Parsed {
  const number = toNumber(raw);
  if (number === null) return accept(null);
  if (number === undefined) return refuse('is not a number');
  if (!Number.isFinite(number) || Math.abs(number) > limit) return refuse('is too large a number');
  return accept(Object.is(number, -0) ? 0 : number);
}

function toNumber(raw: unknown): number | null | undefined {
  if (typeof raw === 'number') return raw;
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim().replace(/^−/, '-');
  if (text === '') return null;
  if (text.length > longest) return undefined;
  if (grouped.test(text)) return Number(text.replaceAll(',', ''));
  return plain.test(text) ? Number(text) : undefined;
}

const yes = new Set(['true', 'yes', 'y', '1', 'on', 'o', '예', '네', '참']);
const no = new Set(['false', 'no', 'n', '0', 'off', 'x', '아니오', '아니요', '거짓']);

export function parseBoolean(raw: unknown): Parsed {
  if (typeof raw === 'boolean') return accept(raw);
  if (raw === 1 || raw === 0) return accept(raw === 1);
  const text = typeof raw === 'string' ? raw.trim().toLowerCase() : undefined;
  if (text === '') return accept(null);
  if (text !== undefined && yes.has(text)) return accept(true);
  if (text !== undefined && no.has(text)) return accept(false);
  return refuse('must be yes or no');
}
