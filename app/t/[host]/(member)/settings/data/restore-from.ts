import {
  copyBackup,
  copyMoment,
  previewMoment,
  previewRestore,
  restoreBackup,
  restoreMoment,
} from './actions';

/** What is gone back to: a backup by its id, or a moment as ISO 8601 in UTC. */
export type RestoreFrom = { id: string } | { at: string };

export const preview = (from: RestoreFrom) =>
  'id' in from ? previewRestore(from) : previewMoment(from);

export const restore = (from: RestoreFrom) =>
  'id' in from ? restoreBackup(from) : restoreMoment(from);

export const copy = (from: RestoreFrom, named: { name: string; slug: string }) =>
  'id' in from ? copyBackup({ ...from, ...named }) : copyMoment({ ...from, ...named });
