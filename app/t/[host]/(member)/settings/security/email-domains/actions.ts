'use server';

import { action } from '@/lib/doors/action';
import { emailDomainProcedures } from '@/lib/identity/domains/procedures';

export const addDomain = action(emailDomainProcedures.emailDomains.add);
export const checkDomain = action(emailDomainProcedures.emailDomains.check);
export const changeJoining = action(emailDomainProcedures.emailDomains.change);
export const removeDomain = action(emailDomainProcedures.emailDomains.remove);
