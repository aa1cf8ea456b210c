import { accessProcedures } from './access/procedures';
import { auditProcedures } from './audit/procedures';
import { planProcedures } from './billing/procedures';
import { identityProcedures } from './identity/procedures';
import { mailProcedures } from './mail/procedures';
import { moduleProcedures } from './modules/procedures';
import { platformProcedures } from './platform/procedures';
import { onboardingProcedures } from './tenancy/onboarding/procedures';
import { tenancyProcedures } from './tenancy/procedures';
import { webhookProcedures } from './webhooks/procedures';

/** Everything the product can do. */
export const router = {
  ...identityProcedures,
  ...mailProcedures,
  ...accessProcedures,
  ...auditProcedures,
  ...tenancyProcedures,
  plan: planProcedures,
  ...onboardingProcedures,
  ...webhookProcedures,
  ...platformProcedures,
  ...moduleProcedures,
};
