import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    theme: {
      spacing: ['control', 'control-small', 'row', 'gap', 'sidebar', 'rail', 'topbar'],
      radius: ['small', 'control', 'panel', 'dialog'],
      shadow: ['control', 'raised', 'overlay'],
    },
  },
});

/** Joins class names; of two that set the same thing the later one wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
