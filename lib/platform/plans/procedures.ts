import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { archivePlan, createPlan, offerPlan, publishPlan, savePlan, unarchivePlan } from './change';
import { Fallback, FallbackWish, getFallback, setFallback } from './fallback';
import { getPlan, listPlans } from './read';
import {
  NewPlan,
  PlanAct,
  PlanDetail,
  PlanDraft,
  PlanId,
  PlanOffer,
  PlanPublishing,
  PlanRows,
  PlanShown,
  PlanState,
} from './shapes';
import { Telling, tellStripe } from './stripe';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const platformPlansProcedures = {
  list: procedure(
    {
      name: 'platform.plans.list',
      summary: 'List the plans of the platform',
      method: 'GET',
      path: '/plans',
      ...byStaff,
      reason: 'Looking through the plans',
      input: z.strictObject({}),
      output: PlanRows,
    },
    listPlans,
  ),
  get: procedure(
    {
      name: 'platform.plans.get',
      summary: 'Read a plan with its versions and its draft',
      method: 'GET',
      path: '/plans/{id}',
      ...byStaff,
      reason: 'Looking at one plan',
      input: PlanId,
      output: PlanDetail,
    },
    getPlan,
  ),
  create: procedure(
    {
      name: 'platform.plans.create',
      summary: 'Begin a plan',
      method: 'POST',
      path: '/plans',
      ...byStaff,
      input: NewPlan,
      output: PlanState,
    },
    createPlan,
  ),
  save: procedure(
    {
      name: 'platform.plans.save',
      summary: 'Write the draft of a plan',
      method: 'PUT',
      path: '/plans/{id}/draft',
      ...byStaff,
      reason: 'Writing the draft of a plan',
      input: PlanDraft,
      output: PlanState,
    },
    savePlan,
  ),
  publish: procedure(
    {
      name: 'platform.plans.publish',
      summary: 'Publish the draft of a plan as its next version',
      method: 'POST',
      path: '/plans/{id}/publish',
      ...byStaff,
      input: PlanPublishing,
      output: PlanState,
    },
    publishPlan,
  ),
  offer: procedure(
    {
      name: 'platform.plans.offer',
      summary: 'Show a plan to tenants, or to staff alone',
      method: 'PUT',
      path: '/plans/{id}/offer',
      ...byStaff,
      input: PlanOffer,
      output: PlanShown,
    },
    offerPlan,
  ),
  archive: procedure(
    {
      name: 'platform.plans.archive',
      summary: 'Archive a plan, so that nobody new gets it',
      method: 'POST',
      path: '/plans/{id}/archive',
      ...byStaff,
      input: PlanAct,
      output: PlanShown,
    },
    archivePlan,
  ),
  unarchive: procedure(
    {
      name: 'platform.plans.unarchive',
      summary: 'Take a plan out of the archive',
      method: 'POST',
      path: '/plans/{id}/unarchive',
      ...byStaff,
      input: PlanAct,
      output: PlanShown,
    },
    unarchivePlan,
  ),
  fallback: procedure(
    {
      name: 'platform.plans.fallback',
      summary: 'Read what holds for tenants that are on no plan',
      method: 'GET',
      path: '/fallback-plan',
      ...byStaff,
      reason: 'Looking at what holds without a plan',
      input: z.strictObject({}),
      output: Fallback,
    },
    getFallback,
  ),
  setFallback: procedure(
    {
      name: 'platform.plans.setFallback',
      summary: 'Say what holds for tenants that are on no plan',
      method: 'PUT',
      path: '/fallback-plan',
      ...byStaff,
      input: FallbackWish,
      output: Fallback,
    },
    setFallback,
  ),
  tellStripe: procedure(
    {
      name: 'platform.plans.tellStripe',
      summary: 'Tell Stripe of all plans again',
      method: 'POST',
      path: '/plans/tell-stripe',
      ...byStaff,
      reason: 'Having Stripe told of all plans',
      input: z.strictObject({}),
      output: Telling,
    },
    tellStripe,
  ),
};
