export const operationsDescription =
  'Openings, backups, restores, exports and removals that are under way, and those that failed.';

const kinds: Record<string, string> = {
  backup: 'Backup',
  export: 'Full export',
  'restore.preview': 'Preview of a restore',
  'restore.in_place': 'Restore in place',
  'restore.copy': 'Restore as a copy',
  drill: 'Drill',
  removal: 'Removal',
  opening: 'Opening',
};

export const kindWords = (kind: string): string => kinds[kind] ?? kind;

/** Where staff see more of it. */
export const pathOf = ({ kind, tenant }: { kind: string; tenant: { id: string } }) =>
  kind === 'opening' ? `/tenants/${tenant.id}/opening` : `/tenants/${tenant.id}`;
