import { z } from 'zod';
import { procedure } from '../doors/procedure';
import {
  askForPlan,
  getOwnPlan,
  OwnPlan,
  PlanWish,
  Wished,
  Withdrawal,
  withdrawWish,
} from './own-plan';
import {
  askForPortal,
  askForPreview,
  askToEnd,
  EndWish,
  PayWish,
  PreviewWish,
  payAgain,
} from './payment/ask';
import { getAsked } from './payment/read';
import { Asked, AskId, Asking } from './payment/shapes';
import { Invoices, listInvoices, WhichInvoices } from './stripe/invoices';
import { Hearing, hear } from './stripe/told/hear';
import { Told } from './stripe/told/shapes';
import { CarriedOut, carryOut, PlannedStep } from './subscriptions/carry-out';
import { Turned } from './subscriptions/shapes';
import { tellOfLimitEnds } from './usage/limit-ends';
import { listNotices, Notices, watchLimits } from './usage/notices';
import { getOwnUsage } from './usage/read';
import { UsageView } from './usage/shapes';

const byAdmins = { permission: 'plan.manage', plane: 'control' } as const;

export const planProcedures = {
  get: procedure(
    {
      name: 'plan.get',
      summary: 'Read the plan of this workspace, what is used of it and what others would change',
      method: 'GET',
      path: '/plan',
      ...byAdmins,
      input: z.strictObject({}),
      output: OwnPlan,
    },
    getOwnPlan,
  ),
  ask: procedure(
    {
      name: 'plan.ask',
      summary: 'Ask for another plan',
      method: 'POST',
      path: '/plan',
      ...byAdmins,
      forPeople: true,
      input: PlanWish,
      output: Wished,
    },
    askForPlan,
  ),
  withdraw: procedure(
    {
      name: 'plan.withdraw',
      summary: 'Take the wish for another plan back',
      method: 'DELETE',
      path: '/subscriptions/{id}',
      ...byAdmins,
      forPeople: true,
      input: Withdrawal,
      output: Turned,
    },
    withdrawWish,
  ),
  pay: procedure(
    {
      name: 'plan.pay',
      summary: 'Begin the payment of what is being signed anew, or go on with it',
      method: 'POST',
      path: '/subscriptions/{id}/pay',
      ...byAdmins,
      forPeople: true,
      input: PayWish,
      output: Asking,
    },
    payAgain,
  ),
  preview: procedure(
    {
      name: 'plan.preview',
      summary: 'Ask what another plan would cost from now on',
      method: 'POST',
      path: '/plan/preview',
      ...byAdmins,
      forPeople: true,
      input: PreviewWish,
      output: Asking,
    },
    askForPreview,
  ),
  portal: procedure(
    {
      name: 'plan.portal',
      summary: 'Ask for the page where cards and invoices are looked after',
      method: 'POST',
      path: '/plan/portal',
      ...byAdmins,
      forPeople: true,
      input: z.strictObject({}),
      output: Asking,
    },
    askForPortal,
  ),
  end: procedure(
    {
      name: 'plan.end',
      summary: 'End a plan that is paid for with its period, or take that back',
      method: 'PUT',
      path: '/subscriptions/{id}/end',
      ...byAdmins,
      forPeople: true,
      input: EndWish,
      output: Asking,
    },
    askToEnd,
  ),
  asked: procedure(
    {
      name: 'plan.asked',
      summary: 'Read what came of something that Stripe was asked for',
      method: 'GET',
      path: '/plan/asked/{id}',
      ...byAdmins,
      input: AskId,
      output: Asked,
    },
    getAsked,
  ),
  usage: procedure(
    {
      name: 'plan.usage',
      summary:
        'Read what this workspace used, by day, member, token and module, and what it comes to',
      method: 'GET',
      path: '/plan/usage',
      ...byAdmins,
      rate: 'heavy',
      input: z.strictObject({}),
      output: UsageView,
    },
    getOwnUsage,
  ),
  notices: procedure(
    {
      name: 'plan.notices',
      summary: 'List limits of this workspace that are reached, and payments that failed',
      method: 'GET',
      path: '/plan/notices',
      ...byAdmins,
      input: z.strictObject({}),
      output: Notices,
    },
    listNotices,
  ),
  invoices: procedure(
    {
      name: 'plan.invoices',
      summary: 'List the invoices of this workspace, newest first',
      method: 'GET',
      path: '/plan/invoices',
      ...byAdmins,
      input: WhichInvoices,
      output: Invoices,
    },
    listInvoices,
  ),
  hear: procedure(
    {
      name: 'plan.hear',
      summary: 'Take what Stripe tells of this workspace',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      whileSuspended: true,
      input: Told,
      output: Hearing,
    },
    hear,
  ),
  watch: procedure(
    {
      name: 'plan.watch',
      summary: 'Tell admins of limits that came to be reached',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      input: z.strictObject({}),
      output: z.strictObject({}),
    },
    watchLimits,
  ),
  lapse: procedure(
    {
      name: 'plan.lapse',
      summary: 'Tell admins that a limit by staff’s word ends',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      input: z.strictObject({}),
      output: z.strictObject({}),
    },
    tellOfLimitEnds,
  ),
  carryOut: procedure(
    {
      name: 'plan.carryOut',
      summary: 'Take a step of a subscription that was planned for this time',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      whileSuspended: true,
      input: PlannedStep,
      output: CarriedOut,
    },
    carryOut,
  ),
};
