import type { TextMatch } from './match';

/** A stretch of text; `hit` where a word of the search stands. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

/** Letters shown of a long text, and before the first hit in it. */
const shownLetters = 160;
const lead = 40;

/** The stretch of a text where the first hit stands, cut into what was searched and what was not. */
export function snippetOf(text: string, { mapped, spots }: TextMatch): SnippetPart[] {
  const { origin } = mapped;
  const hits = [...spots.values()]
    .flat()
    .map(({ from, to }) => ({ from: origin[from] ?? 0, to: wholeLetter(text, origin, to) }))
    .sort((a, b) => a.from - b.from);
  const first = hits[0]?.from ?? 0;
  const from = text.length <= shownLetters ? 0 : wordStart(text, Math.max(0, first - lead));
  const to = Math.min(text.length, from + shownLetters);
  const parts: SnippetPart[] = [];
  const say = (piece: string, hit: boolean) => {
    if (piece) parts.push({ text: piece.replace(/\s+/g, ' '), hit });
  };
  if (from > 0) say('…', false);
  let at = from;
  for (const hit of hits) {
    if (hit.from < at || hit.from >= to) continue;
    say(text.slice(at, hit.from), false);
    say(text.slice(hit.from, Math.min(hit.to, to)), true);
    at = Math.min(hit.to, to);
  }
  say(text.slice(at, to), false);
  if (to < text.length) say('…', false);
  return parts;
}

// A hit that ends inside a syllable takes the syllable.
function wholeLetter(text: string, origin: readonly number[], to: number): number {
  const start = origin[to - 1] ?? 0;
  const next = origin.slice(to).find((one) => one > start);
  return next ?? text.length;
}

function wordStart(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space >= 0 && at - space < 20) return space + 1;
  // Never in the middle of a pair of units.
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
