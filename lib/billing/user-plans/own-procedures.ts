import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Turned } from '../subscriptions/shapes';
import { askForMyPlan, endMyPlan, getMyPlan, isMyPlanShown, withdrawMyPlan } from './own';
import { MyEnding, MyPlan, MyPlanShown, MySubscription, MyWish } from './shapes';

const own = { permission: 'signed_in', plane: 'control' } as const;

export const myPlanProcedures = {
  get: procedure(
    {
      name: 'myPlan.get',
      summary: 'Read your own plan in this workspace and what others would change for you',
      method: 'GET',
      path: '/my-plan',
      ...own,
      input: z.strictObject({}),
      output: MyPlan,
    },
    getMyPlan,
  ),
  shown: procedure(
    {
      name: 'myPlan.shown',
      summary: 'Tell whether there is any plan for you in this workspace',
      method: 'GET',
      path: '/my-plan/shown',
      ...own,
      input: z.strictObject({}),
      output: MyPlanShown,
    },
    isMyPlanShown,
  ),
  ask: procedure(
    {
      name: 'myPlan.ask',
      summary: 'Sign a plan for yourself, or ask for it',
      method: 'POST',
      path: '/my-plan',
      ...own,
      input: MyWish,
      output: Turned,
    },
    askForMyPlan,
  ),
  withdraw: procedure(
    {
      name: 'myPlan.withdraw',
      summary: 'Take back what you asked for, or the end that you planned',
      method: 'POST',
      path: '/my-plan/{id}/withdraw',
      ...own,
      input: MySubscription,
      output: Turned,
    },
    withdrawMyPlan,
  ),
  end: procedure(
    {
      name: 'myPlan.end',
      summary: 'End your own plan, at once or later',
      method: 'POST',
      path: '/my-plan/{id}/end',
      ...own,
      input: MyEnding,
      output: Turned,
    },
    endMyPlan,
  ),
};
