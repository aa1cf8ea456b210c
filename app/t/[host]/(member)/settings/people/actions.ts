'use server';

import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { action } from '@/lib/doors/action';
import { poolJoinProcedures } from '@/lib/identity/pool-join/procedures';

export const invitePeople = action(peopleProcedures.invite);
export const resendInvitation = action(peopleProcedures.resend);
export const revokeInvitation = action(peopleProcedures.revoke);
export const changeRoles = action(peopleProcedures.changeRoles);
export const suspendMember = action(peopleProcedures.suspend);
export const resumeMember = action(peopleProcedures.resume);
export const removeMember = action(peopleProcedures.remove);
export const countTokens = action(peopleProcedures.tokens);
export const readRoleHistory = action(peopleProcedures.roleHistory);
export const readMemberFields = action(memberFieldProcedures.get);
export const fillMemberFields = action(memberFieldProcedures.fill);
export const remindMember = action(poolJoinProcedures.poolJoin.remind);
