import { procedure } from '../../doors/procedure';
import { listParked, ParkedList, ParkedQuery } from './list';
import { JobRetried, JobRetry, retryJob } from './retry';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const parkedProcedures = {
  list: procedure(
    {
      name: 'platform.jobs.list',
      summary: 'List jobs of tenants that failed as often as they are tried',
      method: 'GET',
      path: '/platform-jobs',
      ...byStaff,
      reason: 'Looking at jobs that failed',
      input: ParkedQuery,
      output: ParkedList,
    },
    listParked,
  ),
  retry: procedure(
    {
      name: 'platform.jobs.retry',
      summary: 'Put a job that failed back into the queue',
      method: 'POST',
      path: '/platform-jobs/{id}/retry',
      ...byStaff,
      input: JobRetry,
      output: JobRetried,
    },
    retryJob,
  ),
};
