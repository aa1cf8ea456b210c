import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { TenantId } from '../tenants/get-tenant';
import {
  JoinId,
  JoinOffer,
  JoinPreview,
  JoinWithReason,
  offerJoin,
  previewJoin,
  withdrawJoin,
} from './pool-joins';
import { BroughtAgain, bringAgain, endRunning, JoinAgain, JoinEnd, JoinEnded } from './running';
import {
  createSharedPool,
  listSharedPools,
  NewSharedPool,
  SharedPool,
  SharedPools,
} from './shared-pools';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const poolJoinsProcedures = {
  preview: procedure(
    {
      name: 'poolJoins.preview',
      summary: 'Read what it means for a tenant to join a shared pool',
      method: 'GET',
      path: '/tenants/{id}/pool-join',
      ...byStaff,
      reason: 'Looking at the sign-in of one tenant',
      input: TenantId,
      output: JoinPreview,
    },
    previewJoin,
  ),
  offer: procedure(
    {
      name: 'poolJoins.offer',
      summary: 'Offer a tenant to join a shared pool',
      method: 'POST',
      path: '/tenants/{id}/pool-join',
      ...byStaff,
      input: JoinOffer,
      output: JoinId,
    },
    offerJoin,
  ),
  withdraw: procedure(
    {
      name: 'poolJoins.withdraw',
      summary: 'Take the offer to join a shared pool back',
      method: 'POST',
      path: '/tenants/{id}/pool-join/withdraw',
      ...byStaff,
      input: JoinWithReason,
      output: JoinId,
    },
    withdrawJoin,
  ),
  end: procedure(
    {
      name: 'poolJoins.end',
      summary: 'End the time in which people of a tenant come over',
      method: 'POST',
      path: '/tenants/{id}/pool-join/end',
      ...byStaff,
      input: JoinEnd,
      output: JoinEnded,
    },
    endRunning,
  ),
  bringAgain: procedure(
    {
      name: 'poolJoins.bringAgain',
      summary: 'Begin anew to give records of a tenant to accounts that came over',
      method: 'POST',
      path: '/tenants/{id}/pool-join/bring-again',
      ...byStaff,
      input: JoinAgain,
      output: BroughtAgain,
    },
    bringAgain,
  ),
};

export const sharedPoolsProcedures = {
  list: procedure(
    {
      name: 'sharedPools.list',
      summary: 'List the shared pools',
      method: 'GET',
      path: '/shared-pools',
      ...byStaff,
      reason: 'Looking through shared pools',
      input: z.strictObject({}),
      output: SharedPools,
    },
    listSharedPools,
  ),
  create: procedure(
    {
      name: 'sharedPools.create',
      summary: 'Make an empty shared pool',
      method: 'POST',
      path: '/shared-pools',
      ...byStaff,
      input: NewSharedPool,
      output: SharedPool,
    },
    createSharedPool,
  ),
};
