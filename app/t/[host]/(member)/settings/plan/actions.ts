'use server';

import { planProcedures } from '@/lib/billing/procedures';
import { action } from '@/lib/doors/action';

export const askForPlan = action(planProcedures.ask);
export const withdrawWish = action(planProcedures.withdraw);
