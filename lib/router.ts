import { identityProcedures } from './identity/procedures';
import { collectionsProcedures } from './modules/collections/procedures';
import { platformProcedures } from './platform/procedures';
import { tenancyProcedures } from './tenancy/procedures';

/** Everything the product can do. */
export const router = {
  ...identityProcedures,
  ...tenancyProcedures,
  ...platformProcedures,
  ...collectionsProcedures,
};
