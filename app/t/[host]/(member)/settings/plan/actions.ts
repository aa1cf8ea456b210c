'use server';

import { planProcedures } from '@/lib/billing/procedures';
import { action } from '@/lib/doors/action';

export const readPlan = action(planProcedures.get);
export const askForPlan = action(planProcedures.ask);
export const withdrawWish = action(planProcedures.withdraw);
export const payAgain = action(planProcedures.pay);
export const askForPortal = action(planProcedures.portal);
export const askForPreview = action(planProcedures.preview);
export const askToEnd = action(planProcedures.end);
export const readAsked = action(planProcedures.asked);
