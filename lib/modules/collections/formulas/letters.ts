/*
 * Letters are code points, as the database counts them. Nothing here makes a list of the letters of a text.
 */

const plain = /^[\0-\x7f]*$/;

/** Where the letter behind so many letters begins. */
function placeOf(text: string, count: number): number {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left--) at += widthAt(text, at);
  return at;
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

export function lengthOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) letters++;
  return letters;
}

/** The first letters. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, placeOf(text, most));

/** Letters from a place on, the first of which is 0. */
export function between(text: string, from: number, count: number): string {
  const rest = text.slice(placeOf(text, from));
  return cut(rest, count);
}

/** As the database does it: a letter stays one letter. */
export function eachLetter(text: string, change: (letters: string) => string): string {
  if (plain.test(text)) return change(text);
  let made = '';
  for (const letter of text) {
    const changed = change(letter);
    made += lengthOf(changed) === 1 ? changed : letter;
  }
  return made;
}

/** Every old part replaced by the new one, up to so many letters. */
export function substituted(
  text: string,
  { old, put, most }: { old: string; put: string; most: number },
): string {
  let made = '';
  let from = 0;
  // A letter takes two places at most.
  while (made.length < 2 * most) {
    const at = text.indexOf(old, from);
    if (at < 0) break;
    made += text.slice(from, at) + put;
    from = at + old.length;
  }
  return cut(made + text.slice(from), most);
}
