import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { TenantId } from '../tenants/get-tenant';
import { BounceLift, countMailBounces, liftMailBounce, MailBounces } from './mail-bounces';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const mailBouncesProcedures = {
  count: procedure(
    {
      name: 'mailBounces.count',
      summary: 'Count the addresses that a tenant sends nothing to',
      method: 'GET',
      path: '/tenants/{id}/bounces',
      ...byStaff,
      reason: 'Looking at one tenant',
      input: TenantId,
      output: MailBounces,
    },
    countMailBounces,
  ),
  lift: procedure(
    {
      name: 'mailBounces.lift',
      summary: 'Let mails through to an address again',
      method: 'POST',
      path: '/tenants/{id}/bounces/lift',
      ...byStaff,
      input: BounceLift,
      output: z.strictObject({}),
    },
    liftMailBounce,
  ),
};
