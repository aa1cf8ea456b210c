import { RE2JS } from 're2js';

/*
 * RE2 syntax, in time linear to the text: a designer's pattern can never hold the process up.
 */

const compiled = new Map<string, RE2JS>();
const most = 500;

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (compiled.size >= most) compiled.clear();
  const made = RE2JS.compile(pattern);
  compiled.set(pattern, made);
  return made;
}

/** Whether a pattern matches the whole of a text. */
export const matchesPattern = (pattern: string, text: string): boolean =>
  compile(pattern).matches(text);

/** Why this is no pattern; null when it is one. */
export function patternProblem(pattern: string): string | null {
  try {
    compile(pattern);
    return null;
  } catch {
    return 'This pattern cannot be read. Look-around and back-references are not known.';
  }
}
