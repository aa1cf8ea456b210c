import type { StatusTone } from '@/components/ui/status';

export const requestsDescription = 'Tenants that want other walls, and what became of it.';

export const requestWords: Record<string, { word: string; tone: StatusTone }> = {
  waiting: { word: 'Waiting', tone: 'warning' },
  granted: { word: 'Granted', tone: 'success' },
  declined: { word: 'Declined', tone: 'neutral' },
  withdrawn: { word: 'Withdrawn', tone: 'neutral' },
};
