import { procedure } from '../../doors/procedure';
import { listOperations, OperationsList, OperationsQuery } from './list';
import { OperationRetried, OperationRetry, retryOperation } from './retry';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const workProcedures = {
  list: procedure(
    {
      name: 'platform.operations.list',
      summary: 'List backups, restores and exports of tenants that are under way or failed',
      method: 'GET',
      path: '/platform-operations',
      ...byStaff,
      reason: 'Looking at work on tenants’ data',
      input: OperationsQuery,
      output: OperationsList,
    },
    listOperations,
  ),
  retry: procedure(
    {
      name: 'platform.operations.retry',
      summary: 'Begin a piece of work again that failed',
      method: 'POST',
      path: '/platform-operations/{id}/retry',
      ...byStaff,
      input: OperationRetry,
      output: OperationRetried,
    },
    retryOperation,
  ),
};
