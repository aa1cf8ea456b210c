/** Letters of a formula as it is typed, at most. */
export const maxLetters = 2_000;

/** What is wrong with a formula: words with places for values, and where it stands in the text. */
export class FormulaProblem extends Error {
  constructor(
    readonly words: string,
    readonly at: Range,
    readonly values: Record<string, string | number> = {},
  ) {
    super(words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')));
  }
}

/** From its first letter to behind its last one. */
export interface Range {
  from: number;
  to: number;
}
