import type { Word } from './shapes';

/** What is held of one thing at Stripe, as far as it decides what is newer. */
interface Standing {
  toldAt: Date;
  toldOrder: string;
  knownAt: Date | null;
  heardAt: Date;
}

interface Case {
  word: Word;
  /** Sorts what happened within one second, the later ones last. */
  order: string;
  /** Whether nothing comes after what is told, and after what is held. */
  isLast: boolean;
  wasLast: boolean;
  /** Whether both say the same. */
  isSame: boolean;
  before: Standing;
}

interface Verdict {
  takes: boolean;
  /** Whether Stripe is to be read, since it cannot be known from here which is newer. */
  inDoubt: boolean;
}

/**
 * Whether what is told takes the place of what is held. Events come in any order: whichever order it is,
 * the same one stays in the end.
 */
export function judge({ word, order, isLast, wasLast, isSame, before }: Case): Verdict {
  if (word.kind === 'look') {
    // Something came in while it was read, and may be newer than what was read.
    const isMoved = before.heardAt >= word.begunAt;
    return { takes: !isMoved, inDoubt: isMoved && !isSame };
  }
  if (isLast !== wasLast) return { takes: isLast, inDoubt: false };
  // It may be in what was read already, or come from the same second.
  const isKnown = before.knownAt !== null && word.at <= before.knownAt;
  if (isKnown && !isLast) return { takes: false, inDoubt: !isSame };
  const since = word.at.getTime() - before.toldAt.getTime();
  const isNewer = since > 0 || (since === 0 && order > before.toldOrder);
  return { takes: isNewer, inDoubt: since === 0 && !isSame && !isLast };
}
