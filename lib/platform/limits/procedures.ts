import { procedure } from '../../doors/procedure';
import { liftOverride, overrideLimit } from './change';
import { Lifting, Overridden, Overriding } from './shapes';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const limitsProcedures = {
  override: procedure(
    {
      name: 'platform.limits.override',
      summary: 'Say how much of something a tenant may have, whatever its plan says',
      method: 'PUT',
      path: '/tenants/{id}/limits/{name}',
      ...byStaff,
      input: Overriding,
      output: Overridden,
    },
    overrideLimit,
  ),
  lift: procedure(
    {
      name: 'platform.limits.lift',
      summary: 'Have the plan of a tenant say so again',
      method: 'DELETE',
      path: '/tenants/{id}/limits/{name}',
      ...byStaff,
      input: Lifting,
      output: Overridden,
    },
    liftOverride,
  ),
};
