import { platformAuditProcedures } from './audit/procedures';
import { fleetProcedures } from './fleet/procedures';
import { movesProcedures } from './moves/procedures';
import { shardsProcedures } from './shards/procedures';
import { staffProcedures } from './staff/procedures';
import { tenantsProcedures } from './tenants/procedures';

export const platformProcedures = {
  staff: staffProcedures,
  tenants: tenantsProcedures,
  moves: movesProcedures,
  platformAudit: platformAuditProcedures,
  platform: { shards: shardsProcedures, fleet: fleetProcedures },
};
