'use server';

import { action } from '@/lib/doors/action';
import { securityProcedures } from '@/lib/identity/policy/procedures';
import { poolJoinProcedures } from '@/lib/identity/pool-join/procedures';
import { workspaceTokenProcedures } from '@/lib/identity/workspace-tokens/procedures';

const { workspaceTokens } = workspaceTokenProcedures;

export const changePolicy = action(securityProcedures.security.change);
export const revokeToken = action(securityProcedures.security.revokeToken);
export const endSession = action(securityProcedures.security.endSession);
export const createWorkspaceToken = action(workspaceTokens.create);
export const rotateWorkspaceToken = action(workspaceTokens.rotate);
export const revokeWorkspaceToken = action(workspaceTokens.revoke);
export const declineJoin = action(poolJoinProcedures.poolJoin.decline);
export const bringAgain = action(poolJoinProcedures.poolJoin.bringAgain);
export const endJoin = action(poolJoinProcedures.poolJoin.end);
