import type { StatusTone } from '@/components/ui/status';
import type { Reader } from '@/lib/format';
import type { Language } from '@/lib/language/languages';
import type { Wording } from '@/lib/language/wording';

/** Staff read times in UTC, as logs and colleagues elsewhere do. */
export const readerIn = (locale: Language): Reader => ({ locale, timeZone: 'UTC' });

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

/** Where a tenant lives or will: its walls and its shard. */
export const placeIn = (
  { tier, shard }: { tier: string; shard: string },
  t: Wording<'console'>,
): string => t('{tier} on {shard}', { tier: t.said(tierNames[tier] ?? tier), shard });
