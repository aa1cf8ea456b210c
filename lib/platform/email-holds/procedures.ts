import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { TenantId } from '../tenants/get-tenant';
import { EmailHoldEnd, EmailHolds, endEmailHold, listEmailHolds } from './email-holds';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const emailHoldsProcedures = {
  list: procedure(
    {
      name: 'emailHolds.list',
      summary: 'List the e-mail domains that a tenant holds',
      method: 'GET',
      path: '/tenants/{id}/email-domains',
      ...byStaff,
      reason: 'Looking at one tenant',
      input: TenantId,
      output: EmailHolds,
    },
    listEmailHolds,
  ),
  end: procedure(
    {
      name: 'emailHolds.end',
      summary: 'End a tenant’s hold of an e-mail domain',
      method: 'POST',
      path: '/tenants/{id}/email-domains/end',
      ...byStaff,
      input: EmailHoldEnd,
      output: z.strictObject({}),
    },
    endEmailHold,
  ),
};
