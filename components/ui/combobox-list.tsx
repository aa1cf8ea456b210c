'use client';

import type { ComboboxListProps } from './combobox-options';
import { late, useLate } from './late';
import { Skeleton } from './skeleton';

/** Brought while the page rests wherever a list may open. */
export const comboboxOptions = late(() => import('./combobox-options'));

/** A search box over a list of options; the inside of comboboxes and of grid editors. */
export function ComboboxList(props: ComboboxListProps) {
  const part = useLate(comboboxOptions, true);
  return part ? <part.ComboboxOptions {...props} /> : <Skeleton className="m-2 h-6" />;
}
