'use server';

import { action } from '@/lib/doors/action';
import { billingProcedures as billing } from '@/lib/platform/billing/procedures';

export const compareNow = action(billing.compare);
