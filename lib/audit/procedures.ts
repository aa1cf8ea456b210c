import { procedure } from '../doors/procedure';
import { AuditFilter } from './event';
import { AuditFile, exportAudit } from './export-audit';
import { AuditEventDetail, AuditEventId, getAuditEvent } from './get-event';
import { AuditPage, AuditQuery, listAudit } from './list-audit';

const readable = { permission: 'audit.read', plane: 'tenant', method: 'GET' } as const;

export const auditProcedures = {
  audit: {
    list: procedure(
      {
        name: 'audit.list',
        summary: 'List who did what, newest first',
        path: '/audit',
        ...readable,
        input: AuditQuery,
        output: AuditPage,
      },
      listAudit,
    ),
    get: procedure(
      {
        name: 'audit.get',
        summary: 'Read one entry of the audit trail with what it changed',
        path: '/audit/{plane}/{id}',
        ...readable,
        input: AuditEventId,
        output: AuditEventDetail,
      },
      getAuditEvent,
    ),
    export: procedure(
      {
        name: 'audit.export',
        summary: 'Export the audit trail as CSV',
        path: '/audit-export',
        ...readable,
        rate: 'heavy',
        input: AuditFilter,
        output: AuditFile,
      },
      exportAudit,
    ),
  },
};
