export const operationsDescription =
  'Backups, restores and exports that are under way, and those that failed.';

const kinds: Record<string, string> = {
  backup: 'Backup',
  export: 'Full export',
  'restore.preview': 'Preview of a restore',
  'restore.in_place': 'Restore in place',
  'restore.copy': 'Restore as a copy',
};

export const kindWords = (kind: string): string => kinds[kind] ?? kind;
