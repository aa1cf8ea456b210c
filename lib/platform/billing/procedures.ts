import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Comparing, compareNow } from './compare';
import { readUsageLedger, UsageLedger } from './read';
import { listStrayRefunds, StrayRefunds } from './refunds';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const billingProcedures = {
  usage: procedure(
    {
      name: 'platform.billing.usage',
      summary: 'Read how the ledger of usage stands to what Stripe was told and knows',
      method: 'GET',
      path: '/platform-billing/usage',
      ...byStaff,
      rate: 'heavy',
      reason: 'Looking at usage that is billed',
      input: z.strictObject({}),
      output: UsageLedger,
    },
    readUsageLedger,
  ),
  refunds: procedure(
    {
      name: 'platform.billing.refunds',
      summary: 'List refunds at Stripe of customers who are no tenant',
      method: 'GET',
      path: '/platform-billing/refunds',
      ...byStaff,
      reason: 'Looking at refunds of tenants that are gone',
      input: z.strictObject({}),
      output: StrayRefunds,
    },
    listStrayRefunds,
  ),
  compare: procedure(
    {
      name: 'platform.billing.compare',
      summary: 'Have usage compared with what Stripe knows',
      method: 'POST',
      path: '/platform-billing/usage/comparison',
      ...byStaff,
      input: z.strictObject({}),
      output: Comparing,
    },
    compareNow,
  ),
};
