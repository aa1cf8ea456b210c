import type { StatusTone } from '@/components/ui/status';

export const deletionsDescription =
  'Tenants that asked to go, and what is left of those that went: this line.';

export const deletionWords: Record<string, { word: string; tone: StatusTone }> = {
  waiting: { word: 'Cooling off', tone: 'warning' },
  removing: { word: 'Being removed', tone: 'danger' },
  removed: { word: 'Removed', tone: 'neutral' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
};
