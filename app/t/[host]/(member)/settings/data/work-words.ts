import type { StatusTone } from '@/components/ui/status';

/** Why a backup was taken. */
export const purposeWords = {
  manual: 'Asked for',
  scheduled: 'Daily',
  safety: 'Before a restore',
  export: 'Export',
} as const;

const kinds: Record<string, string> = {
  backup: 'Backup',
  'restore.preview': 'Look at what was',
  'restore.in_place': 'Restore',
  'restore.copy': 'Copy',
  export: 'Export',
};

export const kindWords = (kind: string) => kinds[kind] ?? kind;

export const stateWords = {
  queued: { tone: 'neutral', text: 'Waiting' },
  running: { tone: 'info', text: 'Under way' },
  done: { tone: 'success', text: 'Done' },
  failed: { tone: 'danger', text: 'Failed' },
  cancelled: { tone: 'neutral', text: 'Cancelled' },
} as const satisfies Record<string, { tone: StatusTone; text: string }>;
