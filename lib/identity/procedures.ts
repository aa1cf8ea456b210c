import { accountProcedures } from './account-procedures';
import { invitationProcedures } from './invitation-procedures';
import { personProcedures } from './person-procedures';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { tokenProcedures } from './token-procedures';

export const identityProcedures = {
  ...sessionProcedures,
  ...signInProcedures,
  ...accountProcedures,
  ...invitationProcedures,
  ...tokenProcedures,
  ...personProcedures,
};
