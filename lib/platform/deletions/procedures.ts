import { procedure } from '../../doors/procedure';
import {
  cancelDeletionOf,
  DeletionCancel,
  DeletionList,
  DeletionPostpone,
  DeletionQuery,
  DeletionRow,
  listDeletions,
  postponeDeletion,
} from './deletions';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const deletionsProcedures = {
  list: procedure(
    {
      name: 'deletions.list',
      summary: 'List tenants that asked to go, and those that went',
      method: 'GET',
      path: '/deletions',
      ...byStaff,
      reason: 'Looking through deletions',
      input: DeletionQuery,
      output: DeletionList,
    },
    listDeletions,
  ),
  cancel: procedure(
    {
      name: 'deletions.cancel',
      summary: 'Keep a tenant that asked to go',
      method: 'POST',
      path: '/tenants/{id}/deletion/cancel',
      ...byStaff,
      input: DeletionCancel,
      output: DeletionRow,
    },
    cancelDeletionOf,
  ),
  postpone: procedure(
    {
      name: 'deletions.postpone',
      summary: 'Put the end of a tenant off',
      method: 'POST',
      path: '/tenants/{id}/deletion/postpone',
      ...byStaff,
      input: DeletionPostpone,
      output: DeletionRow,
    },
    postponeDeletion,
  ),
};
