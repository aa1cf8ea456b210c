import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { FleetRetried, FleetRetry, retryFleet } from './retry';
import { FleetStatus, getFleetStatus } from './status';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const fleetProcedures = {
  status: procedure(
    {
      name: 'platform.fleet.status',
      summary: 'Say which homes and shared tables have not followed the last migration, and why',
      method: 'GET',
      path: '/fleet',
      ...byStaff,
      reason: 'Looking at the migration of the fleet',
      input: z.strictObject({}),
      output: FleetStatus,
    },
    getFleetStatus,
  ),
  retry: procedure(
    {
      name: 'platform.fleet.retry',
      summary: 'Try again at once what failed to migrate',
      method: 'POST',
      path: '/fleet/retry',
      ...byStaff,
      input: FleetRetry,
      output: FleetRetried,
    },
    retryFleet,
  ),
};
