import { scanXml } from './xml';

/** How a style shows a number: as a day or time of day, or as a code of so many digits. */
export type NumberStyle = { kind: 'day' } | { kind: 'time' } | { kind: 'code'; digits: number };

/** Formats every program knows by number, as far as they show days and times. */
const days = new Set([14, 15, 16, 17, 22, ...range(27, 31), 36, ...range(50, 54), 57, 58]);
const times = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** How each cell style shows its numbers, by its place in the list; null where as a plain number. */
export async function readStyles(
  bytes: AsyncIterable<Uint8Array>,
): Promise<(NumberStyle | null)[]> {
  const own = new Map<number, NumberStyle | null>();
  const styles: (NumberStyle | null)[] = [];
  let listing = false;
  await scanXml(bytes, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') own.set(Number(numFmtId), styleOfCode(formatCode ?? ''));
      else if (name === 'cellXfs') listing = true;
      else if (name === 'xf' && listing) styles.push(styleOf(Number(numFmtId ?? 0), own));
    },
    close(name) {
      if (name === 'cellXfs') listing = false;
    },
  });
  return styles;
}

function styleOf(id: number, own: ReadonlyMap<number, NumberStyle | null>): NumberStyle | null {
  const found = own.get(id);
  if (found !== undefined) return found;
  if (days.has(id)) return { kind: 'day' };
  return times.has(id) ? { kind: 'time' } : null;
}

/** What a format written out, such as `yyyy"년" m월` or `00000`, shows a number as. */
export function styleOfCode(code: string): NumberStyle | null {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0] as string;
  if (/^0{2,15}$/.test(bare)) return { kind: 'code', digits: bare.length };
  if (/[yd]/i.test(bare) && !/general|[#0?]/i.test(bare.replace(/\.0+/, '')))
    return { kind: 'day' };
  if (/h|s/i.test(bare) && !/general|[#?]/i.test(bare)) return { kind: 'time' };
  return /^m{3,5}$/i.test(bare.trim()) ? { kind: 'day' } : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
