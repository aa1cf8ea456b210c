export const auditProcedures = {};
