import { procedure } from '../../doors/procedure';
import { createTenant, NewTenantForm, NewTenantMade } from './create';
import { getTenant, TenantDetail, TenantId } from './get-tenant';
import { resumeTenant, suspendTenant, TenantStatus, TenantWithReason } from './lifecycle';
import { listTenants, TenantPage, TenantQuery } from './list-tenants';
import { listTenantEvents, TenantEvents } from './recent';
import { getTenantSize, TenantSize } from './size';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const tenantsProcedures = {
  list: procedure(
    {
      name: 'tenants.list',
      summary: 'List the tenants of the platform',
      method: 'GET',
      path: '/tenants',
      ...byStaff,
      reason: 'Looking through the tenants',
      input: TenantQuery,
      output: TenantPage,
    },
    listTenants,
  ),
  get: procedure(
    {
      name: 'tenants.get',
      summary: 'Read the facts of one tenant',
      method: 'GET',
      path: '/tenants/{id}',
      ...byStaff,
      reason: 'Looking at one tenant',
      input: TenantId,
      output: TenantDetail,
    },
    getTenant,
  ),
  events: procedure(
    {
      name: 'tenants.events',
      summary: 'List the latest changes to one tenant',
      method: 'GET',
      path: '/tenants/{id}/events',
      ...byStaff,
      reason: 'Looking at what changed in one tenant',
      input: TenantId,
      output: TenantEvents,
    },
    listTenantEvents,
  ),
  size: procedure(
    {
      name: 'tenants.size',
      summary: 'Measure how much data a tenant has',
      method: 'GET',
      path: '/tenants/{id}/size',
      ...byStaff,
      rate: 'heavy',
      reason: 'Measuring one tenant',
      input: TenantId,
      output: TenantSize,
    },
    getTenantSize,
  ),
  create: procedure(
    {
      name: 'tenants.create',
      summary: 'Open a tenant for somebody',
      method: 'POST',
      path: '/tenants',
      permission: 'staff',
      plane: 'none',
      zone: 'console',
      input: NewTenantForm,
      output: NewTenantMade,
    },
    createTenant,
  ),
  suspend: procedure(
    {
      name: 'tenants.suspend',
      summary: 'Suspend a tenant',
      method: 'POST',
      path: '/tenants/{id}/suspend',
      ...byStaff,
      input: TenantWithReason,
      output: TenantStatus,
    },
    suspendTenant,
  ),
  resume: procedure(
    {
      name: 'tenants.resume',
      summary: 'Open a suspended tenant again',
      method: 'POST',
      path: '/tenants/{id}/resume',
      ...byStaff,
      input: TenantWithReason,
      output: TenantStatus,
    },
    resumeTenant,
  ),
};
