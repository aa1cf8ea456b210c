import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { changeRole, createRole, OwnRoleState, RoleEdit } from './change-role';
import { deleteRole, RoleDeleted, RoleDeletion } from './delete-role';
import { getRole, RoleFacts } from './get-role';
import { Impact, ImpactQuestion, roleImpact } from './impact';
import { listRoles, RoleList } from './list-roles';
import { RoleDraft } from './own-role';

const managed = { permission: 'people.manage', plane: 'control' } as const;

export const rolesProcedures = {
  list: procedure(
    {
      name: 'roles.list',
      summary: 'List the roles of this tenant and what each may do',
      method: 'GET',
      path: '/roles',
      permission: 'people.read',
      plane: 'control',
      input: z.strictObject({}),
      output: RoleList,
    },
    listRoles,
  ),
  get: procedure(
    {
      name: 'roles.get',
      summary: 'Read one role and what it may do',
      method: 'GET',
      path: '/roles/{id}',
      permission: 'people.read',
      plane: 'control',
      input: z.strictObject({ id: z.uuid() }),
      output: RoleFacts,
    },
    getRole,
  ),
  create: procedure(
    {
      name: 'roles.create',
      summary: 'Make a role of this tenant’s own',
      method: 'POST',
      path: '/roles',
      ...managed,
      input: RoleDraft,
      output: OwnRoleState,
    },
    createRole,
  ),
  change: procedure(
    {
      name: 'roles.change',
      summary: 'Rename a role or change what it may do',
      method: 'PUT',
      path: '/roles/{id}',
      ...managed,
      input: RoleEdit,
      output: OwnRoleState,
    },
    changeRole,
  ),
  impact: procedure(
    {
      name: 'roles.impact',
      summary: 'Count whom a change or deletion of a role would concern, without doing it',
      method: 'POST',
      mode: 'read',
      path: '/roles/{id}/impact',
      ...managed,
      input: ImpactQuestion,
      output: Impact,
    },
    roleImpact,
  ),
  delete: procedure(
    {
      name: 'roles.delete',
      summary: 'Delete a role and give its people another',
      method: 'DELETE',
      path: '/roles/{id}',
      ...managed,
      transaction: 'none',
      input: RoleDeletion,
      output: RoleDeleted,
    },
    deleteRole,
  ),
};
