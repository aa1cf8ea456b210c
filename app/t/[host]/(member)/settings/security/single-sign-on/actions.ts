'use server';

import { action } from '@/lib/doors/action';
import { providerProcedures } from '@/lib/identity/oidc/procedures';

export const changeProvider = action(providerProcedures.identityProvider.change);
export const removeProvider = action(providerProcedures.identityProvider.remove);
export const testProvider = action(providerProcedures.identityProvider.test);
