'use server';

import { action } from '@/lib/doors/action';
import {
  backupsProcedures,
  fullExportsProcedures,
  momentsProcedures,
} from '@/lib/tenancy/backups/procedures';
import { deletionProcedures } from '@/lib/tenancy/deletion/procedures';
import { tierProcedures } from '@/lib/tenancy/tier/procedures';

export const takeBackup = action(backupsProcedures.create);
export const previewRestore = action(backupsProcedures.preview);
export const restoreBackup = action(backupsProcedures.restore);
export const copyBackup = action(backupsProcedures.copy);
export const previewMoment = action(momentsProcedures.preview);
export const restoreMoment = action(momentsProcedures.restore);
export const copyMoment = action(momentsProcedures.copy);
export const exportEverything = action(fullExportsProcedures.create);
export const linkExport = action(fullExportsProcedures.link);
export const askDeletion = action(deletionProcedures.ask);
export const cancelDeletion = action(deletionProcedures.cancel);
export const askTier = action(tierProcedures.ask);
export const withdrawTier = action(tierProcedures.withdraw);
