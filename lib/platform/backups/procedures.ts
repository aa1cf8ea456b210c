import { procedure } from '../../doors/procedure';
import { backUpTenant, copyTenant, listTenantBackups } from './backups';
import { askDrill, listDrills } from './drills';
import {
  Asked,
  DrillList,
  DrillQuery,
  TenantBackups,
  TenantCopy,
  TenantId,
  TenantWithReason,
} from './shapes';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const tenantBackupsProcedures = {
  list: procedure(
    {
      name: 'tenantBackups.list',
      summary: 'List the backups of a tenant and the work on its data',
      method: 'GET',
      path: '/tenants/{id}/backups',
      ...byStaff,
      reason: 'Looking at the backups of one tenant',
      input: TenantId,
      output: TenantBackups,
    },
    listTenantBackups,
  ),
  create: procedure(
    {
      name: 'tenantBackups.create',
      summary: 'Back a tenant up now',
      method: 'POST',
      path: '/tenants/{id}/backups',
      ...byStaff,
      rate: 'heavy',
      input: TenantWithReason,
      output: Asked,
    },
    backUpTenant,
  ),
  copy: procedure(
    {
      name: 'tenantBackups.copy',
      summary: 'Open a copy beside a tenant from a backup or a moment, for its owner',
      method: 'POST',
      path: '/tenants/{id}/copies',
      ...byStaff,
      rate: 'heavy',
      input: TenantCopy,
      output: Asked,
    },
    copyTenant,
  ),
};

export const drillsProcedures = {
  list: procedure(
    {
      name: 'drills.list',
      summary: 'List restore drills with their results',
      method: 'GET',
      path: '/drills',
      ...byStaff,
      reason: 'Looking through the drills',
      input: DrillQuery,
      output: DrillList,
    },
    listDrills,
  ),
  ask: procedure(
    {
      name: 'drills.ask',
      summary: 'Try out the newest backup of a tenant',
      method: 'POST',
      path: '/tenants/{id}/drills',
      ...byStaff,
      rate: 'heavy',
      input: TenantWithReason,
      output: Asked,
    },
    askDrill,
  ),
};
