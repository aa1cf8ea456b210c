'use server';

import { action } from '@/lib/doors/action';
import { drillsProcedures, tenantBackupsProcedures } from '@/lib/platform/backups/procedures';

export const askDrill = action(drillsProcedures.ask);
export const backUpTenant = action(tenantBackupsProcedures.create);
export const copyTenant = action(tenantBackupsProcedures.copy);
