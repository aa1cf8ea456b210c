'use server';

import { action } from '@/lib/doors/action';
import { parkedProcedures } from '@/lib/platform/jobs/procedures';
import { workProcedures } from '@/lib/platform/operations/procedures';

export const retryOperation = action(workProcedures.retry);
export const retryJob = action(parkedProcedures.retry);
