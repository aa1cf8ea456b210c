'use server';

import { action } from '@/lib/doors/action';
import { backupsProcedures, fullExportsProcedures } from '@/lib/tenancy/backups/procedures';

export const takeBackup = action(backupsProcedures.create);
export const previewRestore = action(backupsProcedures.preview);
export const restoreBackup = action(backupsProcedures.restore);
export const copyBackup = action(backupsProcedures.copy);
export const exportEverything = action(fullExportsProcedures.create);
export const linkExport = action(fullExportsProcedures.link);
