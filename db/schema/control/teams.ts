import { boolean, foreignKey, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';
import { memberships, roles } from './identity';

/** Departments and teams of a tenant, a tree of few levels. */
export const teams = controlTenantTable(
  'teams',
  {
    name: text('name').notNull(),
    /** The name as it is compared: each stands once, however it is written. */
    nameKey: text('name_key').notNull(),
    description: text('description').notNull().default(''),
    parentId: uuid('parent_id'),
    createdAt: createdAt(),
    /** Since then it opens nothing to anybody, and keeps its people. */
    archivedAt: instant('archived_at'),
  },
  (t) => [
    unique('teams_name').on(t.tenantId, t.nameKey),
    index('teams_parent').on(t.tenantId, t.parentId),
    foreignKey({
      name: 'teams_parent_fk',
      columns: [t.tenantId, t.parentId],
      foreignColumns: [t.tenantId, t.id],
    }),
  ],
);

export const teamMembers = controlTenantTable(
  'team_members',
  {
    teamId: uuid('team_id').notNull(),
    userId: uuid('user_id').notNull(),
    isLead: boolean('is_lead').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique('team_members_pair').on(t.tenantId, t.teamId, t.userId),
    index('team_members_user').on(t.tenantId, t.userId),
    foreignKey({
      name: 'team_members_team_fk',
      columns: [t.tenantId, t.teamId],
      foreignColumns: [teams.tenantId, teams.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'team_members_member_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [memberships.tenantId, memberships.userId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/**
 * Roles that hold over one team and those below it. They stand apart from the roles of a membership,
 * so that nobody takes one for a role that holds everywhere.
 */
export const teamRoles = controlTenantTable(
  'team_roles',
  {
    teamId: uuid('team_id').notNull(),
    userId: uuid('user_id').notNull(),
    roleId: uuid('role_id').notNull(),
    createdAt: createdAt(),
    /** From then on it gives nothing; null for a role that stays. */
    endsAt: instant('ends_at'),
  },
  (t) => [
    unique('team_roles_held').on(t.tenantId, t.userId, t.roleId, t.teamId),
    index('team_roles_team').on(t.tenantId, t.teamId),
    foreignKey({
      name: 'team_roles_team_fk',
      columns: [t.tenantId, t.teamId],
      foreignColumns: [teams.tenantId, teams.id],
    }),
    foreignKey({
      name: 'team_roles_member_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [memberships.tenantId, memberships.userId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'team_roles_role_fk',
      columns: [t.tenantId, t.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
  ],
);
