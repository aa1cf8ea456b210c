'use server';

import { action } from '@/lib/doors/action';
import { securityProcedures } from '@/lib/identity/policy/procedures';

export const changePolicy = action(securityProcedures.security.change);
export const endSession = action(securityProcedures.security.endSession);
