import { type MappedForm, mappedForm } from './form';
import { hasSlip, infixLetters } from './words';

/** Where a word stands in a text, in units of the text's form. */
interface Spot {
  from: number;
  to: number;
}

export interface TextMatch {
  mapped: MappedForm;
  /** By word: where it stands; a word that is missing has none. */
  spots: Map<string, Spot[]>;
  /** Words that begin a word of the text. */
  starts: number;
  /** Words that were found only with a slip. */
  slips: number;
}

const letter = /[\p{L}\p{N}]/u;

/** Looks for each word in a text. `lenient` takes one slip in a long word. */
export function matchText(text: string, words: readonly string[], lenient: boolean): TextMatch {
  const mapped = mappedForm(text);
  const match: TextMatch = { mapped, spots: new Map(), starts: 0, slips: 0 };
  for (const word of words) {
    const exact = spotsOf(mapped.form, word);
    const found = exact.length > 0 || !lenient ? exact : slippedSpots(mapped.form, word);
    if (found.length === 0) continue;
    match.spots.set(word, found);
    if (exact.length === 0) match.slips += 1;
    else if (exact.some(({ from }) => beginsWord(mapped.form, from))) match.starts += 1;
  }
  return match;
}

export const beginsWord = (form: string, at: number) =>
  at === 0 || !letter.test(form[at - 1] ?? '');

function spotsOf(form: string, word: string): Spot[] {
  const spots: Spot[] = [];
  for (let at = form.indexOf(word); at >= 0; at = form.indexOf(word, at + word.length)) {
    if ([...word].length >= infixLetters || beginsWord(form, at)) {
      spots.push({ from: at, to: at + word.length });
    }
  }
  return spots;
}

function slippedSpots(form: string, word: string): Spot[] {
  const spots: Spot[] = [];
  for (const { 0: token, index } of form.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (hasSlip(word, token)) spots.push({ from: index, to: index + token.length });
  }
  return spots;
}
