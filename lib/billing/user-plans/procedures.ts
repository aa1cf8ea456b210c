import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { CarriedOut, PlannedStep } from '../subscriptions/carry-out';
import { Turned } from '../subscriptions/shapes';
import { foreseeMember, putMemberOn, turnMember, unplanMember } from './admins';
import { carryOutForMember } from './carry-out';
import {
  archiveUserPlan,
  createUserPlan,
  offerUserPlan,
  publishUserPlan,
  saveUserPlan,
  unarchiveUserPlan,
} from './change';
import { getUserPlan, listUserPlans } from './read';
import {
  NewUserPlan,
  PersonPlacing,
  PersonPreview,
  PersonPreviewed,
  PersonTurning,
  PersonUnplanning,
  SubscriptionDetail,
  SubscriptionQuery,
  SubscriptionsPage,
  UserPlanAct,
  UserPlanDetail,
  UserPlanDraft,
  UserPlanId,
  UserPlanOffer,
  UserPlanPublishing,
  UserPlanRows,
  UserPlanShown,
  UserPlanState,
} from './shapes';
import { getSubscription, listSubscriptions } from './subscribers';

const managed = { permission: 'user_plans.manage', plane: 'control' } as const;
// Roles come with plans: who has which is for people to decide.
const decided = { ...managed, forPeople: true } as const;

export const userPlanProcedures = {
  list: procedure(
    {
      name: 'userPlans.list',
      summary: 'List the plans that this workspace has for its own people',
      method: 'GET',
      path: '/user-plans',
      ...managed,
      input: z.strictObject({}),
      output: UserPlanRows,
    },
    listUserPlans,
  ),
  get: procedure(
    {
      name: 'userPlans.get',
      summary: 'Read a plan for members with its versions and its draft',
      method: 'GET',
      path: '/user-plans/{id}',
      ...managed,
      input: UserPlanId,
      output: UserPlanDetail,
    },
    getUserPlan,
  ),
  create: procedure(
    {
      name: 'userPlans.create',
      summary: 'Begin a plan for members',
      method: 'POST',
      path: '/user-plans',
      ...decided,
      input: NewUserPlan,
      output: UserPlanState,
    },
    createUserPlan,
  ),
  save: procedure(
    {
      name: 'userPlans.save',
      summary: 'Write the draft of a plan for members',
      method: 'PUT',
      path: '/user-plans/{id}/draft',
      ...decided,
      input: UserPlanDraft,
      output: UserPlanState,
    },
    saveUserPlan,
  ),
  publish: procedure(
    {
      name: 'userPlans.publish',
      summary: 'Publish the draft of a plan for members as its next version',
      method: 'POST',
      path: '/user-plans/{id}/publish',
      ...decided,
      input: UserPlanPublishing,
      output: UserPlanState,
    },
    publishUserPlan,
  ),
  offer: procedure(
    {
      name: 'userPlans.offer',
      summary: 'Show a plan to members, or to admins alone',
      method: 'PUT',
      path: '/user-plans/{id}/offer',
      ...decided,
      input: UserPlanOffer,
      output: UserPlanShown,
    },
    offerUserPlan,
  ),
  archive: procedure(
    {
      name: 'userPlans.archive',
      summary: 'Archive a plan for members, so that nobody new gets it',
      method: 'POST',
      path: '/user-plans/{id}/archive',
      ...decided,
      input: UserPlanAct,
      output: UserPlanShown,
    },
    archiveUserPlan,
  ),
  unarchive: procedure(
    {
      name: 'userPlans.unarchive',
      summary: 'Take a plan for members out of the archive',
      method: 'POST',
      path: '/user-plans/{id}/unarchive',
      ...decided,
      input: UserPlanAct,
      output: UserPlanShown,
    },
    unarchiveUserPlan,
  ),
  subscriptions: procedure(
    {
      name: 'userPlans.subscriptions',
      summary: 'List who has which plan, a page at a time',
      method: 'GET',
      path: '/user-subscriptions',
      ...managed,
      input: SubscriptionQuery,
      output: SubscriptionsPage,
    },
    listSubscriptions,
  ),
  subscription: procedure(
    {
      name: 'userPlans.subscription',
      summary: 'Read the subscription of a member with every step of it',
      method: 'GET',
      path: '/user-subscriptions/{id}',
      ...managed,
      input: UserPlanId,
      output: SubscriptionDetail,
    },
    getSubscription,
  ),
  preview: procedure(
    {
      name: 'userPlans.preview',
      summary: 'Foresee what a plan, or a step of one, changes for a member',
      method: 'POST',
      path: '/user-subscriptions/preview',
      mode: 'read',
      ...managed,
      input: PersonPreview,
      output: PersonPreviewed,
    },
    foreseeMember,
  ),
  put: procedure(
    {
      name: 'userPlans.put',
      summary: 'Sign a plan for a member',
      method: 'POST',
      path: '/user-subscriptions',
      ...decided,
      input: PersonPlacing,
      output: Turned,
    },
    putMemberOn,
  ),
  turn: procedure(
    {
      name: 'userPlans.turn',
      summary: 'Sign, suspend, resume or end the subscription of a member',
      method: 'POST',
      path: '/user-subscriptions/{id}/turn',
      ...decided,
      input: PersonTurning,
      output: Turned,
    },
    turnMember,
  ),
  unplan: procedure(
    {
      name: 'userPlans.unplan',
      summary: 'Take back what was planned for the subscription of a member',
      method: 'POST',
      path: '/user-subscriptions/{id}/unplan',
      ...decided,
      input: PersonUnplanning,
      output: Turned,
    },
    unplanMember,
  ),
  carryOut: procedure(
    {
      name: 'userPlans.carryOut',
      summary: 'Take a step of the subscription of a member that was planned for this time',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      whileSuspended: true,
      input: PlannedStep,
      output: CarriedOut,
    },
    carryOutForMember,
  ),
};
