import { formOf } from './form';

/** Words of one search. */
const maxWords = 8;

/** The words of a search in the form they are compared in, each once. */
export const wordsOf = (query: string): string[] => [
  ...new Set(formOf(query).split(/\s+/).filter(Boolean).slice(0, maxWords)),
];

/** Shorter words are looked for where a word begins. */
export const infixLetters = 3;

/** From here on a word may have one slip. */
const slipLetters = 6;

/** What the index is asked for so that every word is in a text; empty when no word is long enough. */
export const partsOf = (words: readonly string[]): string[] => [
  ...new Set(words.flatMap((word) => partsOfWord([...word]))),
];

function partsOfWord(letters: readonly string[]): string[] {
  if (letters.length < infixLetters) {
    return letters.length === 2 ? [` ${letters.join('')}`] : [];
  }
  return letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''));
}

/**
 * What the index is asked for when a word has a slip: a slip lies in its first half or in its second,
 * so the other half stands as it was written. One list of parts for each half of each long word.
 */
export function slippedParts(words: readonly string[]): string[][] {
  return words.flatMap((word) => {
    const letters = [...word];
    if (letters.length < slipLetters) return [];
    const others = partsOf(words.filter((other) => other !== word));
    const middle = Math.floor(letters.length / 2);
    return [
      [...others, ...partsOfWord([' ', ...letters.slice(0, middle)])],
      [...others, ...partsOfWord(letters.slice(middle))],
    ];
  });
}

/**
 * Whether a text's word begins as `word` does but for one slip: a letter wrong, left out, too many, or two
 * exchanged.
 */
export function hasSlip(word: string, text: string): boolean {
  if (word.length < slipLetters) return false;
  let at = 0;
  while (at < word.length && word[at] === text[at]) at++;
  if (at === word.length) return true;
  const begins = (from: number, offset: number) => text.startsWith(word.slice(from), offset);
  return (
    begins(at + 1, at + 1) ||
    begins(at, at + 1) ||
    begins(at + 1, at) ||
    (word[at] === text[at + 1] && word[at + 1] === text[at] && begins(at + 2, at + 2))
  );
}
