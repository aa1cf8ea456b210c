import type { StatusTone } from '@/components/ui/status';

export const movesDescription =
  'Tenants on their way from one home to another, and those that arrived.';

/** The states of a move, in the order it walks through them. */
export const moveWords: Record<string, { word: string; tone: StatusTone }> = {
  waiting: { word: 'Getting ready', tone: 'info' },
  copying: { word: 'Copying', tone: 'info' },
  following: { word: 'Keeping up', tone: 'info' },
  cutting: { word: 'Cutting over', tone: 'warning' },
  flipped: { word: 'Opening the new home', tone: 'warning' },
  done: { word: 'Done', tone: 'success' },
  abandoned: { word: 'Given up', tone: 'neutral' },
};

export const oldCopyWords: Record<string, string> = {
  none: 'None',
  kept: 'Kept, closed to everybody',
  leaving: 'Being removed',
  gone: 'Removed',
};
