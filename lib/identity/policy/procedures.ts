import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Nothing } from '../shapes';
import { endMemberSession, listMemberSessions } from './member-sessions';
import { changePolicy, readPolicy, SecurityPolicy } from './policy';

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
        plane: 'control',
        fresh: true,
        input: SecurityPolicy,
        output: SecurityPolicy,
      },
      changePolicy,
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
