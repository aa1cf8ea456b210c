import { platformAuditProcedures } from './audit/procedures';
import { movesProcedures } from './moves/procedures';
import { staffProcedures } from './staff/procedures';
import { tenantsProcedures } from './tenants/procedures';

export const platformProcedures = {
  staff: staffProcedures,
  tenants: tenantsProcedures,
  moves: movesProcedures,
  platformAudit: platformAuditProcedures,
};
