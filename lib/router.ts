import { accessProcedures } from './access/procedures';
import { auditProcedures } from './audit/procedures';
import { planProcedures } from './billing/procedures';
import { myPlanProcedures } from './billing/user-plans/own-procedures';
import { userPlanProcedures } from './billing/user-plans/procedures';
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
  userPlans: userPlanProcedures,
  myPlan: myPlanProcedures,
  ...onboardingProcedures,
  ...webhookProcedures,
  ...platformProcedures,
  ...moduleProcedures,
};
