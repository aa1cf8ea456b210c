import { Invoices, WhichInvoices } from '../../billing/stripe/invoices';
import { Turned } from '../../billing/subscriptions/shapes';
import { UsageView } from '../../billing/usage/shapes';
import { procedure } from '../../doors/procedure';
import { putOnPlan, turnSubscription, unplanStep } from './change';
import { foresee, getTenantInvoices, getTenantPlan, getTenantUsage } from './read';
import { Foreseeing, Foreseen, Placing, TenantOf, TenantPlan, Turning, Unplanning } from './shapes';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const subscriptionsProcedures = {
  ofTenant: procedure(
    {
      name: 'platform.subscriptions.ofTenant',
      summary: 'Read the plan of a tenant, what is used of it and its history',
      method: 'GET',
      path: '/tenants/{id}/subscription',
      ...byStaff,
      reason: 'Looking at the plan of one tenant',
      input: TenantOf,
      output: TenantPlan,
    },
    getTenantPlan,
  ),
  usage: procedure(
    {
      name: 'platform.subscriptions.usage',
      summary: 'Read what a tenant used, and what its next invoice comes to',
      method: 'GET',
      path: '/tenants/{id}/usage',
      ...byStaff,
      rate: 'heavy',
      reason: 'Looking at what one tenant used',
      input: TenantOf,
      output: UsageView,
    },
    getTenantUsage,
  ),
  invoices: procedure(
    {
      name: 'platform.subscriptions.invoices',
      summary: 'List the invoices of a tenant, newest first',
      method: 'GET',
      path: '/tenants/{id}/invoices',
      ...byStaff,
      reason: 'Looking at the invoices of one tenant',
      input: TenantOf.extend(WhichInvoices.shape),
      output: Invoices,
    },
    getTenantInvoices,
  ),
  preview: procedure(
    {
      name: 'platform.subscriptions.preview',
      summary: 'Tell what would change for a tenant',
      method: 'POST',
      mode: 'read',
      path: '/tenants/{id}/subscription/preview',
      ...byStaff,
      reason: 'Looking at what another plan would change',
      input: Foreseeing,
      output: Foreseen,
    },
    foresee,
  ),
  put: procedure(
    {
      name: 'platform.subscriptions.put',
      summary: 'Put a tenant on a plan',
      method: 'PUT',
      path: '/tenants/{id}/subscription',
      ...byStaff,
      input: Placing,
      output: Turned,
    },
    putOnPlan,
  ),
  turn: procedure(
    {
      name: 'platform.subscriptions.turn',
      summary: 'Sign, suspend or end the subscription of a tenant',
      method: 'POST',
      path: '/tenants/{id}/subscription/{subscriptionId}',
      ...byStaff,
      input: Turning,
      output: Turned,
    },
    turnSubscription,
  ),
  unplan: procedure(
    {
      name: 'platform.subscriptions.unplan',
      summary: 'Take back what was planned for the subscription of a tenant',
      method: 'DELETE',
      path: '/tenants/{id}/subscription/{subscriptionId}/plan',
      ...byStaff,
      input: Unplanning,
      output: Turned,
    },
    unplanStep,
  ),
};
