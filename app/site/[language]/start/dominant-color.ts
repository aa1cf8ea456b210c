interface Heap {
  weight: number;
  red: number;
  green: number;
  blue: number;
}

const opaque = 128;
const colourful = 0.18;

/**
 * The colour that stands out in RGBA pixels, as `#rrggbb`: alike pixels are heaped up, each weighing
 * by its saturation, so that a small mark wins over a large grey ground. Null when all is grey.
 */
export function dominantColor(pixels: ArrayLike<number>): string | null {
  const heaps = new Map<number, Heap>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red, green, blue, alpha] = [0, 1, 2, 3].map((n) => pixels[at + n] ?? 0) as [
      number,
      number,
      number,
      number,
    ];
    const most = Math.max(red, green, blue);
    const strength = most === 0 ? 0 : (most - Math.min(red, green, blue)) / most;
    if (alpha < opaque || strength < colourful || most < 40) continue;
    add(heaps, { weight: strength, red, green, blue });
  }
  const [best] = [...heaps.values()].sort((a, b) => b.weight - a.weight);
  if (!best) return null;
  const { weight } = best;
  return `#${[best.red, best.green, best.blue].map((sum) => hex(sum / weight)).join('')}`;
}

function add(heaps: Map<number, Heap>, { weight, red, green, blue }: Heap) {
  const place = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
  const heap = heaps.get(place) ?? { weight: 0, red: 0, green: 0, blue: 0 };
  heap.weight += weight;
  heap.red += red * weight;
  heap.green += green * weight;
  heap.blue += blue * weight;
  heaps.set(place, heap);
}

const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0');
