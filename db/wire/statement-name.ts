import { createHash } from 'node:crypto';

const names = new Map<string, string>();
const maxNames = 2_000;

/**
 * The server-side name of a statement: a hash of its text, so that two clients behind one pooler can
 * never mean different statements by one name.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `rh_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
  if (names.size >= maxNames) names.delete(names.keys().next().value as string);
  names.set(text, name);
  return name;
}
