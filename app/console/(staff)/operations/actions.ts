'use server';

import { action } from '@/lib/doors/action';
import { workProcedures } from '@/lib/platform/operations/procedures';

export const retryOperation = action(workProcedures.retry);
