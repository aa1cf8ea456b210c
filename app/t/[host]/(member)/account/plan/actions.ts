'use server';

import { myPlanProcedures as mine } from '@/lib/billing/user-plans/own-procedures';
import { action } from '@/lib/doors/action';

export const askForPlan = action(mine.ask);
export const withdrawWish = action(mine.withdraw);
export const endPlan = action(mine.end);
