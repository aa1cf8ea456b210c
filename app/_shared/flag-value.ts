import type { FlagHere } from '@/lib/tenancy/flags/shapes';

type Shown = FlagHere['value'];

/** A value of a flag in English words, for `said`. */
export function valueWord(value: Shown): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  const text = String(value);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a flag can be, where that is one of a few. */
export function valuesOf(shape: FlagHere['shape']): Shown[] {
  if (shape.type === 'switch') return [true, false];
  return shape.type === 'choice' ? [...shape.options] : [];
}
