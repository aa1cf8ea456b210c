import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { TenantId } from '../tenants/get-tenant';
import { endHostHold, freeHost, HostHoldEnd, HostHolds, listHostHolds } from './host-holds';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const hostHoldsProcedures = {
  list: procedure(
    {
      name: 'hostHolds.list',
      summary: 'List the custom hosts that a tenant has or had not long ago',
      method: 'GET',
      path: '/tenants/{id}/hosts',
      ...byStaff,
      reason: 'Looking at one tenant',
      input: TenantId,
      output: HostHolds,
    },
    listHostHolds,
  ),
  end: procedure(
    {
      name: 'hostHolds.end',
      summary: 'Take a custom host from a tenant',
      method: 'POST',
      path: '/tenants/{id}/hosts/end',
      ...byStaff,
      input: HostHoldEnd,
      output: z.strictObject({}),
    },
    endHostHold,
  ),
  free: procedure(
    {
      name: 'hostHolds.free',
      summary: 'Open a custom host that is kept closed',
      method: 'POST',
      path: '/tenants/{id}/hosts/free',
      ...byStaff,
      input: HostHoldEnd,
      output: z.strictObject({}),
    },
    freeHost,
  ),
};
