import type { StatusTone } from '@/components/ui/status';
import type { Reader } from '@/lib/format';

/** Staff read times in UTC, as logs and colleagues elsewhere do. */
export const staffReader: Reader = { locale: 'en', timeZone: 'UTC' };

export const statusWords: Record<string, { word: string; tone: StatusTone }> = {
  active: { word: 'Active', tone: 'success' },
  suspended: { word: 'Suspended', tone: 'warning' },
  closing: { word: 'Closing', tone: 'danger' },
  closed: { word: 'Closed', tone: 'neutral' },
};

export const tierNames: Record<string, string> = {
  pooled: 'Shared tables',
  schema: 'Own schema',
  database: 'Own database',
};

export const shardWords: Record<string, { word: string; tone: StatusTone }> = {
  open: { word: 'Open', tone: 'success' },
  closed: { word: 'Closed', tone: 'neutral' },
  draining: { word: 'Draining', tone: 'warning' },
  down: { word: 'Down', tone: 'danger' },
};
