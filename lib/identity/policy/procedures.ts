import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Nothing } from '../shapes';
import { listMemberTokens, revokeMemberToken } from '../tokens/member-tokens';
import { endMemberSession, listMemberSessions } from './member-sessions';
import { changePolicy, readPolicy, SecurityPolicy } from './policy';
import { countSecondFactors, SecondFactorCount } from './second-factors';

const managed = { permission: 'security.manage' } as const;

const MemberSession = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  kind: z.enum(['browser', 'api']),
  method: z.string(),
  secondFactor: z.boolean(),
  device: z.string(),
  address: z.string().nullable(),
  createdAt: z.coerce.date(),
  lastSeenAt: z.coerce.date(),
});

const MemberToken = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  owner: z.string(),
  email: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  expiresAt: z.coerce.date().nullable(),
});

export const securityProcedures = {
  security: {
    get: procedure(
      {
        ...managed,
        name: 'security.get',
        summary: 'Read the rules of sign-in of this workspace',
        method: 'GET',
        path: '/security',
        plane: 'control',
        input: Nothing,
        output: SecurityPolicy,
      },
      async (ctx) => await readPolicy(ctx.db),
    ),
    change: procedure(
      {
        ...managed,
        name: 'security.change',
        summary: 'Change the rules of sign-in of this workspace',
        method: 'PUT',
        path: '/security',
        plane: 'pool',
        fresh: true,
        input: SecurityPolicy,
        output: SecurityPolicy,
      },
      changePolicy,
    ),
    secondFactors: procedure(
      {
        ...managed,
        name: 'security.secondFactors',
        summary: 'Count the members who have no second factor yet',
        method: 'GET',
        path: '/security/second-factors',
        plane: 'pool',
        input: Nothing,
        output: SecondFactorCount,
      },
      countSecondFactors,
    ),
    sessions: procedure(
      {
        ...managed,
        name: 'security.sessions',
        summary: 'List who is signed in to this workspace',
        method: 'GET',
        path: '/security/sessions',
        plane: 'pool',
        input: Nothing,
        output: z.object({ sessions: z.array(MemberSession) }),
      },
      async (ctx) => ({ sessions: await listMemberSessions(ctx) }),
    ),
    tokens: procedure(
      {
        ...managed,
        name: 'security.tokens',
        summary: 'List the API tokens of the members of this workspace',
        method: 'GET',
        path: '/security/tokens',
        plane: 'control',
        input: Nothing,
        output: z.object({ tokens: z.array(MemberToken) }),
      },
      async (ctx) => ({ tokens: await listMemberTokens(ctx) }),
    ),
    revokeToken: procedure(
      {
        ...managed,
        name: 'security.revokeToken',
        summary: 'Revoke an API token of a member of this workspace',
        method: 'DELETE',
        path: '/security/tokens/{tokenId}',
        plane: 'control',
        input: z.strictObject({ tokenId: z.uuid() }),
        output: Nothing,
      },
      async (ctx, { tokenId }) => {
        await revokeMemberToken(ctx, tokenId);
        return {};
      },
    ),
    endSession: procedure(
      {
        ...managed,
        name: 'security.endSession',
        summary: 'End a session of a member in this workspace',
        method: 'DELETE',
        path: '/security/sessions/{sessionId}',
        plane: 'pool',
        input: z.strictObject({ sessionId: z.uuid() }),
        output: Nothing,
      },
      async (ctx, { sessionId }) => {
        await endMemberSession(ctx, sessionId);
        return {};
      },
    ),
  },
};
