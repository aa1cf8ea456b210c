import { createHash } from 'node:crypto';

const names = new Map<string, string>();
const maxNames = 2_000;

/** Stands in the text of statements that are to be planned anew for each call's values. */
export const unnamedMark = '/* planned for its values */';

/**
 * The server-side name of a statement: a hash of its text, so that two clients behind one pooler can
 * never mean different statements by one name. Empty for a statement that wants no plan kept.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = text.includes(unnamedMark) ? '' : `rh_${hashOf(text)}`;
  if (names.size >= maxNames) names.delete(names.keys().next().value as string);
  names.set(text, name);
  return name;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32);
