import { z } from 'zod';
import { RoleName } from '../../access/roles/role';
import { procedure } from '../../doors/procedure';
import { Nothing } from '../shapes';
import { listTokens, makeToken, revokeToken, rotateToken } from './tokens';

const managed = { permission: 'security.manage', plane: 'control' } as const;

const daySeconds = 86_400;

const Token = z.object({
  id: z.uuid(),
  /** The same for a token and its successors; the audit trail names it as who acted. */
  clientId: z.uuid(),
  name: z.string(),
  role: RoleName,
  scopes: z.array(z.string()),
  madeByName: z.string(),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  expiresAt: z.coerce.date().nullable(),
  /** Whether whoever asks may give it a successor: that takes all that it carries, and its role. */
  rotatable: z.boolean(),
});

const NewToken = z.strictObject({
  name: z.string().trim().min(1, 'Name what the token is for.').max(80, 'At most 80 characters.'),
  /** Rules of records hold for it as for people in this role. */
  roleId: z.uuid(),
  scopes: z.array(z.string().max(80)).min(1, 'Pick at least one permission.').max(100),
  /** Days until it ends; null for a token that stays until revoked. */
  expiresInDays: z.int().min(1).max(365).nullable().default(90),
});

export const workspaceTokenProcedures = {
  workspaceTokens: {
    list: procedure(
      {
        ...managed,
        name: 'workspaceTokens.list',
        summary: 'List the tokens that belong to this workspace',
        method: 'GET',
        path: '/workspace-tokens',
        input: Nothing,
        output: z.object({ tokens: z.array(Token) }),
      },
      async (ctx) => ({ tokens: await listTokens(ctx) }),
    ),
    create: procedure(
      {
        ...managed,
        name: 'workspaceTokens.create',
        secretAnswer: true,
        summary: 'Make a token that belongs to this workspace, and show it once',
        method: 'POST',
        path: '/workspace-tokens',
        fresh: true,
        input: NewToken,
        output: Token.extend({ token: z.string() }),
      },
      async (ctx, { scopes, expiresInDays, ...facts }) =>
        await makeToken(ctx, {
          ...facts,
          scopes: [...new Set(scopes)],
          lifeSeconds: expiresInDays === null ? null : expiresInDays * daySeconds,
        }),
    ),
    rotate: procedure(
      {
        ...managed,
        name: 'workspaceTokens.rotate',
        secretAnswer: true,
        summary: 'Replace a token of this workspace, the old one working a while longer',
        method: 'POST',
        path: '/workspace-tokens/{id}/rotate',
        fresh: true,
        input: z.strictObject({
          id: z.uuid(),
          /** Hours that the old token still works. */
          overlapHours: z.int().min(0).max(168, 'At most a week.').default(24),
        }),
        output: Token.extend({ token: z.string() }),
      },
      rotateToken,
    ),
    revoke: procedure(
      {
        ...managed,
        name: 'workspaceTokens.revoke',
        summary: 'Revoke a token of this workspace',
        method: 'DELETE',
        path: '/workspace-tokens/{id}',
        input: z.strictObject({ id: z.uuid() }),
        output: Nothing,
      },
      async (ctx, { id }) => {
        await revokeToken(ctx, id);
        return {};
      },
    ),
  },
};
