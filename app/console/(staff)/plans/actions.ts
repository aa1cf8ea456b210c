'use server';

import { action } from '@/lib/doors/action';
import { platformPlansProcedures as plans } from '@/lib/platform/plans/procedures';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';

export const createPlan = action(plans.create);
export const savePlan = action(plans.save);
export const publishPlan = action(plans.publish);
export const offerPlan = action(plans.offer);
export const archivePlan = action(plans.archive);
export const unarchivePlan = action(plans.unarchive);
export const setFallback = action(plans.setFallback);
export const tellStripe = action(plans.tellStripe);
export const foresee = action(subscriptions.preview);
export const putOnPlan = action(subscriptions.put);
export const turnSubscription = action(subscriptions.turn);
export const unplanStep = action(subscriptions.unplan);
