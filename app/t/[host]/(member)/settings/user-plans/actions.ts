'use server';

import { peopleProcedures as people } from '@/lib/access/people/procedures';
import { userPlanProcedures as plans } from '@/lib/billing/user-plans/procedures';
import { action } from '@/lib/doors/action';

export const createUserPlan = action(plans.create);
export const saveUserPlan = action(plans.save);
export const publishUserPlan = action(plans.publish);
export const offerUserPlan = action(plans.offer);
export const archiveUserPlan = action(plans.archive);
export const unarchiveUserPlan = action(plans.unarchive);
export const foreseeMember = action(plans.preview);
export const putMemberOn = action(plans.put);
export const turnMember = action(plans.turn);
export const unplanMember = action(plans.unplan);
export const findMembers = action(people.list);
