import type { FlagHere } from '@/lib/tenancy/flags/shapes';

type Shown = FlagHere['value'];

const words: Record<string, string> = {
  true: 'On',
  false: 'Off',
  off: 'Off',
  calm: 'Calm',
  lively: 'Lively',
};

/** A value of a flag in English words, for `said`. */
export const valueWord = (value: Shown): string => words[String(value)] ?? String(value);

/** What a flag can be, where that is one of a few. */
export function valuesOf(shape: FlagHere['shape']): Shown[] {
  if (shape.type === 'switch') return [true, false];
  return shape.type === 'choice' ? [...shape.options] : [];
}
