import { procedure } from '../../doors/procedure';
import { listPlatformAudit, PlatformAuditPage, PlatformAuditQuery } from './list-platform-audit';

export const platformAuditProcedures = {
  list: procedure(
    {
      name: 'platformAudit.list',
      summary: 'List what staff did',
      method: 'GET',
      path: '/platform-audit',
      permission: 'staff',
      plane: 'platform',
      zone: 'console',
      reason: 'Reading the record of staff',
      input: PlatformAuditQuery,
      output: PlatformAuditPage,
    },
    listPlatformAudit,
  ),
};
