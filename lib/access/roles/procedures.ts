import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { listRoles, RoleList } from './list-roles';

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
};
