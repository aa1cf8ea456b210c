import { converter, type Oklab } from 'culori';
import { hexOf, toneOf } from './oklch';

/** A colour that a picture is made of, and how much of what is not transparent has it, 0..1. */
export interface PictureColor {
  color: string;
  share: number;
}

interface Point {
  lab: [number, number, number];
  weight: number;
}

const opaque = 128;
const clusters = 8;
const rounds = 12;
/** Distance in OKLab below which two colours are one to the eye. */
const alike = 0.07;
/** Chroma below which a colour is a grey. */
const grey = 0.035;
/** What is less of a picture is an edge between two colours. */
const smallest = 0.015;

const asLab = converter('oklab');

/**
 * The colours of RGBA pixels that could be a brand's, the most telling first, at most four: how much
 * there is of each counts, and how colourful it is. Greys only where there is nothing else.
 */
export function colorsOfPixels(pixels: ArrayLike<number>): PictureColor[] {
  const points = pointsOf(pixels);
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const found = merge(cluster(points)).map(({ lab, weight }) => ({
    tone: toneOf(hexOfLab(lab)),
    share: weight / total,
  }));
  const there = found.filter(({ share }) => share >= smallest);
  const colourful = there.filter(({ tone }) => tone.c >= grey);
  if (colourful.length === 0) {
    const [darkest] = there.toSorted((a, b) => a.tone.l - b.tone.l);
    return darkest && darkest.tone.l < 0.6 ? [shown(darkest)] : [];
  }
  return colourful
    .toSorted((a, b) => b.share * (0.05 + b.tone.c) - a.share * (0.05 + a.tone.c))
    .slice(0, 4)
    .map(shown);
}

const shown = ({ tone, share }: { tone: ReturnType<typeof toneOf>; share: number }) => ({
  color: hexOf(tone),
  share: Math.round(share * 1_000) / 1_000,
});

/** Pixels of nearly one value as one point, weighing as many as they are. */
function pointsOf(pixels: ArrayLike<number>): Point[] {
  const bins = new Map<number, { sum: [number, number, number]; weight: number }>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = [0, 1, 2, 3].map((n) => pixels[at + n]);
    if (alpha < opaque) continue;
    const place = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    const bin = bins.get(place) ?? { sum: [0, 0, 0], weight: 0 };
    bin.weight += 1;
    bin.sum[0] += r;
    bin.sum[1] += g;
    bin.sum[2] += b;
    bins.set(place, bin);
  }
  return [...bins.values()].map(({ sum, weight }) => {
    const [r, g, b] = sum.map((part) => part / weight / 255) as Point['lab'];
    const { l, a, b: yellow } = asLab({ mode: 'rgb', r, g, b });
    return { lab: [l, a, yellow], weight };
  });
}

/** k-means whose first middles are the heaviest point and then whatever lies farthest from them all. */
function cluster(points: Point[]): Point[] {
  const [first] = points.toSorted((a, b) => b.weight - a.weight);
  if (!first) return [];
  let middles = [first.lab];
  while (middles.length < Math.min(clusters, points.length)) {
    const far = (point: Point) =>
      Math.min(...middles.map((one) => apart(one, point.lab))) * Math.sqrt(point.weight);
    const next = points.reduce((best, point) => (far(point) > far(best) ? point : best));
    if (far(next) === 0) break;
    middles.push(next.lab);
  }
  let groups: Point[] = [];
  for (let round = 0; round < rounds; round += 1) {
    groups = gather(points, middles);
    middles = groups.map(({ lab }) => lab);
  }
  return groups;
}

/** The mean of the points nearest to each middle. */
function gather(points: Point[], middles: Point['lab'][]): Point[] {
  const sums = middles.map(() => ({ lab: [0, 0, 0] as Point['lab'], weight: 0 }));
  for (const { lab, weight } of points) {
    let nearest = 0;
    for (let at = 1; at < middles.length; at += 1) {
      if (apart(middles[at] ?? lab, lab) < apart(middles[nearest] ?? lab, lab)) nearest = at;
    }
    const sum = sums[nearest];
    if (!sum) continue;
    sum.weight += weight;
    for (const axis of [0, 1, 2] as const) sum.lab[axis] += lab[axis] * weight;
  }
  return sums
    .filter(({ weight }) => weight > 0)
    .map(({ lab, weight }) => ({ lab: lab.map((part) => part / weight) as Point['lab'], weight }));
}

/** Groups that look the same become one, which has the colour of the heavier. */
function merge(groups: Point[]): Point[] {
  const kept: Point[] = [];
  for (const group of groups.toSorted((a, b) => b.weight - a.weight)) {
    const same = kept.find(({ lab }) => apart(lab, group.lab) < alike);
    if (same) same.weight += group.weight;
    else kept.push({ ...group });
  }
  return kept;
}

const apart = (one: Point['lab'], other: Point['lab']) =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

function hexOfLab([l, a, b]: Point['lab']): string {
  const lab: Oklab = { mode: 'oklab', l, a, b };
  return hexOf({
    l: lab.l,
    c: Math.hypot(lab.a, lab.b),
    h: (Math.atan2(lab.b, lab.a) * 180) / Math.PI,
  });
}
