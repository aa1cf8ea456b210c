import type { ReactNode } from 'react';

export type PaletteItem = {
  id: string;
  label: string;
  /** In place of the label, where parts of it are marked. */
  content?: ReactNode;
  /** A second line. */
  detail?: ReactNode;
  /** Other words that find it. */
  keywords?: string[];
  icon?: ReactNode;
  note?: ReactNode;
  keys?: string[];
  onSelect: () => void;
};
export type PaletteGroup = {
  id: string;
  label: string;
  items: readonly PaletteItem[];
  /** Items that stand there before anything is typed; all of them when left out. */
  untyped?: number;
  /** The items are what somebody else found for the text: all are shown. */
  found?: boolean;
};
