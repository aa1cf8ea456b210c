import { sql } from 'drizzle-orm';
import { check, foreignKey, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';
import { roles } from './identity';

/** Tokens of the tenant's own clients, which act for nobody and stay when their makers leave. */
export const workspaceTokens = controlTenantTable(
  'workspace_tokens',
  {
    /** Who acts by it; its successors act as the same. */
    clientId: uuid('client_id').notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** The most it may do; what its role may not by now, it may not either. */
    roleId: uuid('role_id').notNull(),
    scopes: text('scopes').array().notNull(),
    madeBy: uuid('made_by'),
    madeByName: text('made_by_name').notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    unique('workspace_tokens_token').on(t.tenantId, t.tokenHash),
    index('workspace_tokens_role').on(t.tenantId, t.roleId),
    check('workspace_tokens_scopes', sql`cardinality(scopes) > 0`),
    foreignKey({
      name: 'workspace_tokens_role_fk',
      columns: [t.tenantId, t.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
  ],
);
