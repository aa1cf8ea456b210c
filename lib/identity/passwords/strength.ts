import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { normalPassword, shortest } from './bounds';
import { commonWords } from './common-words';

/** What a password is judged against. */
export interface Standing {
  /** What others know of the person and place: names, addresses. It counts against the password. */
  personal: string[];
  /** Whether every sign-in with it asks for a second factor as well. */
  besideFactor: boolean;
}

export interface Judgement {
  /** What is wrong with it and what would make it stronger; null when it will do. */
  weakness: Weakness | null;
  /** 0 guessed at once, 4 out of reach. */
  score: 0 | 1 | 2 | 3 | 4;
}

export type Weakness = (typeof lengths)[keyof typeof lengths] | (typeof words)[keyof typeof words];

const lengths = {
  alone: 'Use at least 15 characters. A few words in a row are good.',
  besideFactor: 'Use at least 8 characters. A few words in a row are good.',
} as const;

const words = {
  used: 'This is one of the most used passwords. Pick another.',
  likeUsed: 'This is close to one of the most used passwords. Pick something else.',
  keys: 'Keys in a row are easy to guess. Put a few words together instead.',
  repeats: 'Repeats are easy to guess. Add words instead of the same again.',
  sequences: 'Sequences such as abcd or 1234 are easy to guess. Put a few words together instead.',
  dates: 'Dates and years are easy to guess. Add words that have nothing to do with them.',
  single: 'Single words and names are easy to guess. Put a few together.',
  personal:
    'Your name, your address and the name of the workspace are easy to guess. Leave them out.',
  weak: 'This is easy to guess. Add a word or two.',
} as const;

const wordsOf: Record<string, Weakness> = {
  topTen: words.used,
  topHundred: words.used,
  common: words.used,
  pwned: words.used,
  similarToCommon: words.likeUsed,
  straightRow: words.keys,
  keyPattern: words.keys,
  simpleRepeat: words.repeats,
  extendedRepeat: words.repeats,
  sequences: words.sequences,
  recentYears: words.dates,
  dates: words.dates,
  wordByItself: words.single,
  namesByThemselves: words.single,
  commonNames: words.single,
  userInputs: words.personal,
};

// Guesses at a sign-in are counted, ten in 15 minutes: beside a factor a million is enough.
const least = { alone: 3, besideFactor: 2 } as const;

/** Judges a password as somebody who wants in would. The same in the browser and on the server. */
export function judge(password: string, { personal, besideFactor }: Standing): Judgement {
  const typed = normalPassword(password);
  const kind = besideFactor ? 'besideFactor' : 'alone';
  if ([...typed].length < shortest[kind]) return { weakness: lengths[kind], score: 0 };
  const known = piecesOf(personal);
  if (without(typed, known).length * 2 < shortest[kind])
    return { weakness: words.personal, score: 1 };
  const found = weakest(typed, known);
  const weakness = found.score < least[kind] ? weaknessOf(found) : null;
  return { weakness, score: found.score };
}

// A mark between words that belong together is what a guesser tries first.
function weakest(typed: string, known: string[]): ZxcvbnResult {
  const whole = guesser().check(typed, known);
  const bare = squeezed(typed);
  if (bare === typed || bare === '') return whole;
  const closer = guesser().check(bare, known);
  return closer.guesses < whole.guesses ? closer : whole;
}

// Its sequences (seven, green) take two words that merely begin or end one for a single guess.
const englishWords = Object.fromEntries(
  Object.entries(english).filter(([name]) => /^(commonWords|firstnames|lastnames|wiki)/.test(name)),
);

let made: ZxcvbnFactory | undefined;

function guesser(): ZxcvbnFactory {
  made ??= new ZxcvbnFactory({
    dictionary: { ...common, ...englishWords, 'passwords-own': commonWords },
    graphs: adjacencyGraphs,
    // Time grows with both; what is longer is strong by then, or made of the same again.
    maxLength: 48,
    l33tMaxSubstitutions: 8,
  });
  return made;
}

function weaknessOf({ feedback, sequence }: ZxcvbnResult): Weakness {
  const isPersonal = sequence.some(
    (match) => match.pattern === 'dictionary' && match.dictionaryName === 'userInputs',
  );
  if (isPersonal) return words.personal;
  return wordsOf[feedback.warning ?? ''] ?? words.weak;
}

/** Each text and its words, as far as they are long enough to matter. */
const piecesOf = (personal: string[]): string[] => {
  const whole = personal.map((text) => normalPassword(text).toLowerCase().trim());
  const parts = whole.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set([...parts, ...whole.map(squeezed)])].filter((part) => part.length > 2);
};

const squeezed = (text: string) => text.replace(/[\s._-]/g, '');

/** What is left of a password when what others know is taken out, longest first. */
const without = (typed: string, known: string[]): string =>
  [...known]
    .sort((a, b) => b.length - a.length)
    .reduce((left, piece) => left.replaceAll(piece, ''), squeezed(typed.toLowerCase()));
