import { accountProcedures } from './account-procedures';
import { emailDomainProcedures } from './domains/procedures';
import { factorProcedures } from './factors/procedures';
import { invitationProcedures } from './invitation-procedures';
import { joinProcedures } from './joining/procedures';
import { providerProcedures } from './oidc/procedures';
import { passkeyProcedures } from './passkeys/procedures';
import { personProcedures } from './person-procedures';
import { securityProcedures } from './policy/procedures';
import { poolJoinProcedures } from './pool-join/procedures';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { tokenProcedures } from './tokens/procedures';
import { workspaceTokenProcedures } from './workspace-tokens/procedures';

export const identityProcedures = {
  ...sessionProcedures,
  ...signInProcedures,
  ...accountProcedures,
  ...invitationProcedures,
  ...tokenProcedures,
  ...workspaceTokenProcedures,
  ...personProcedures,
  ...factorProcedures,
  ...passkeyProcedures,
  ...securityProcedures,
  ...providerProcedures,
  ...emailDomainProcedures,
  ...joinProcedures,
  ...poolJoinProcedures,
};
