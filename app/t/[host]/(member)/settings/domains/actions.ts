'use server';

import { action } from '@/lib/doors/action';
import { domainProcedures } from '@/lib/tenancy/domains/procedures';

export const addDomain = action(domainProcedures.add);
export const checkDomain = action(domainProcedures.check);
export const makePrimary = action(domainProcedures.makePrimary);
export const endPrimary = action(domainProcedures.endPrimary);
export const setRedirect = action(domainProcedures.setRedirect);
export const removeDomain = action(domainProcedures.remove);
