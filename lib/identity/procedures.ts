import { personProcedures } from './person-procedures';

export const identityProcedures = { ...personProcedures };
