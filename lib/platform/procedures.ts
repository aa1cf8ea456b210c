import { platformAuditProcedures } from './audit/procedures';
import { drillsProcedures, tenantBackupsProcedures } from './backups/procedures';
import { billingProcedures } from './billing/procedures';
import { deletionsProcedures } from './deletions/procedures';
import { emailHoldsProcedures } from './email-holds/procedures';
import { platformFlagsProcedures } from './flags/procedures';
import { fleetProcedures } from './fleet/procedures';
import { hostHoldsProcedures } from './host-holds/procedures';
import { parkedProcedures } from './jobs/procedures';
import { limitsProcedures } from './limits/procedures';
import { mailBouncesProcedures } from './mail-bounces/procedures';
import { movesProcedures } from './moves/procedures';
import { openingsProcedures } from './openings/procedures';
import { workProcedures } from './operations/procedures';
import { platformPlansProcedures } from './plans/procedures';
import { poolJoinsProcedures, sharedPoolsProcedures } from './pool-joins/procedures';
import { shardsProcedures } from './shards/procedures';
import { staffProcedures } from './staff/procedures';
import { subscriptionsProcedures } from './subscriptions/procedures';
import { tenantsProcedures } from './tenants/procedures';
import { tierRequestsProcedures } from './tier-requests/procedures';

export const platformProcedures = {
  staff: staffProcedures,
  tenants: tenantsProcedures,
  tenantBackups: tenantBackupsProcedures,
  drills: drillsProcedures,
  deletions: deletionsProcedures,
  emailHolds: emailHoldsProcedures,
  hostHolds: hostHoldsProcedures,
  mailBounces: mailBouncesProcedures,
  moves: movesProcedures,
  openings: openingsProcedures,
  tierRequests: tierRequestsProcedures,
  poolJoins: poolJoinsProcedures,
  sharedPools: sharedPoolsProcedures,
  platformAudit: platformAuditProcedures,
  platform: {
    shards: shardsProcedures,
    fleet: fleetProcedures,
    operations: workProcedures,
    jobs: parkedProcedures,
    flags: platformFlagsProcedures,
    plans: platformPlansProcedures,
    limits: limitsProcedures,
    billing: billingProcedures,
    subscriptions: subscriptionsProcedures,
  },
};
