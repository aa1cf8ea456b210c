import { foldText } from '@/lib/fields/fold';

/** Marks that `app.search_keys` leaves out as well. */
const marks = /[\u0300-\u0304\u0308\u030a\u030c\u0327]/g;

/**
 * Text as searches compare it: lower case, without marks on Latin letters, Hangul taken apart into its
 * letters, so that half a syllable finds the whole one.
 */
export const formOf = (text: string) =>
  foldText(text).replaceAll('\n', ' ').normalize('NFD').replace(marks, '');

/** A text's form, and for each unit of it which unit of the text it came from. */
export interface MappedForm {
  form: string;
  /** One more entry than the form is long: the last is the text's length. */
  origin: number[];
}

export function mappedForm(text: string): MappedForm {
  let form = '';
  let at = 0;
  const origin: number[] = [];
  for (const letter of text) {
    const own = formOf(letter);
    form += own;
    for (let unit = 0; unit < own.length; unit++) origin.push(at);
    at += letter.length;
  }
  origin.push(text.length);
  return { form, origin };
}
