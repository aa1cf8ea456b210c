'use server';

import { rolesProcedures } from '@/lib/access/roles/procedures';
import { action } from '@/lib/doors/action';

export const createRole = action(rolesProcedures.create);
export const changeRole = action(rolesProcedures.change);
export const deleteRole = action(rolesProcedures.delete);
export const askImpact = action(rolesProcedures.impact);
